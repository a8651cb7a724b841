namespace TrainingHub.Questions;

/// <summary>Names one question over all sources, whatever its version.</summary>
/// <param name="Source">Slug of the course; empty for a question bank.</param>
/// <param name="Id">Unique within the course, or over all banks.</param>
public sealed record QuestionName(string Source, string Id)
{
    /// <summary><c>fire-safety/q12</c>; a question of a bank is its id alone.</summary>
    public override string ToString() => Source.Length is 0 ? Id : $"{Source}/{Id}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it names nothing.</summary>
    public static QuestionName? Parse(string text) => text.Trim().Split('/') switch
    {
        [{ Length: > 0 and <= 80 } id] => new QuestionName("", id),
        [{ Length: > 0 and <= 80 } source, { Length: > 0 and <= 80 } id] => new QuestionName(source, id),
        _ => null,
    };
}
