using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>A check question as it is shown. Explanation and basis are there only after an answer of this person.</summary>
public sealed record CheckCard
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required string CourseSlug { get; init; }
    public required string LessonSlug { get; init; }

    /// <summary>The question's id; also the anchor of the card.</summary>
    public required string Id { get; init; }
    public required QuestionKind Kind { get; init; }
    public required string Stem { get; init; }

    /// <summary>In the author's order; empty for true/false.</summary>
    public required IReadOnlyList<string> Options { get; init; }
    public required CheckState State { get; init; }

    /// <summary>Letters last chosen: <c>AC</c>; empty for none.</summary>
    public string Chosen { get; init; } = "";
    public string? Explanation { get; init; }
    public BasisCard? Basis { get; init; }

    /// <summary>Key of the text that says why what was sent could not be taken; null when nothing was refused.</summary>
    public string? Error { get; init; }
}
