namespace TrainingHub.Programmes;

/// <summary>A programme with its whole history.</summary>
/// <param name="Row">As it is now.</param>
/// <param name="Terms">All rules that are known, the latest first.</param>
/// <param name="Titles">Titles of courses and quizzes by slug, in the reader's language.</param>
/// <param name="Today">Of the zone.</param>
public sealed record ProgrammeDetail(ProgrammeRow Row, IReadOnlyList<ProgrammeTerms> Terms, IReadOnlyDictionary<string, string> Titles, DateOnly Today)
{
    /// <summary>How many were entered who had done before what is asked; null: nobody asked for it.</summary>
    public int? Entered { get; init; }

    /// <summary>The last person who was looked at, while there are more.</summary>
    public Guid? After { get; init; }
}
