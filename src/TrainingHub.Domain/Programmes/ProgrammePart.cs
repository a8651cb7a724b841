namespace TrainingHub.Programmes;

/// <summary>One thing more that a rule of a programme asks for, beside its quiz. Appended with the rule's row, never changed.</summary>
public sealed class ProgrammePart
{
    public const int LongestTitle = 60;

    public required Guid Id { get; init; }

    /// <summary>The row of the rule: <see cref="Facts.DatedFact.Id"/>, not the fact.</summary>
    public required Guid RuleId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required ProgrammePartKind Kind { get; init; }

    /// <summary>Of a quiz: its course; empty for an arranged one and for other kinds.</summary>
    public string CourseSlug { get; init; } = "";

    /// <summary>Empty unless it asks for a quiz.</summary>
    public string QuizSlug { get; init; } = "";

    /// <summary>Of hours: one domain; none: hours of whatever content count.</summary>
    public ExpertDomain Domain { get; init; }

    /// <summary>Of hours: whole minutes, from 1; 45 make one 学时.</summary>
    public int Minutes { get; init; }

    /// <summary>Of hours of a domain: slugs of the courses whose hours belong to it, with a space between; empty: none do.</summary>
    public string Courses { get; init; } = "";

    /// <summary>Of an assessment: what is to be shown, for instance 灭火器操作.</summary>
    public string Title { get; init; } = "";

    /// <summary>Whether hours of this fact count for the part.</summary>
    public bool CountsHoursOf(LearningFact fact) =>
        Kind is ProgrammePartKind.Hours && fact.Minutes > 0
        && (Domain == ExpertDomain.None || (fact.Domains & Domain) != ExpertDomain.None
            || (fact.CourseSlug.Length > 0 && Courses.Split(' ').Contains(fact.CourseSlug, StringComparer.Ordinal)));

    /// <summary>Whether this fact alone satisfies the part, which asks for a quiz or an assessment.</summary>
    /// <param name="fact">Passed, attended or recognized.</param>
    /// <param name="programmeId">Whose part it is: an assessment is one of this programme.</param>
    public bool IsDoneBy(LearningFact fact, Guid programmeId) => Kind switch
    {
        ProgrammePartKind.Quiz =>
            (fact.Kind is LearningKind.Quiz && fact.QuizSlug.Length > 0 && string.Equals(fact.QuizSlug, QuizSlug, StringComparison.Ordinal))
            || (fact.Kind is LearningKind.Quiz or LearningKind.Outside && CourseSlug.Length > 0
                && (fact.Kind is LearningKind.Outside || fact.QuizSlug.Length == 0) && string.Equals(fact.CourseSlug, CourseSlug, StringComparison.Ordinal)),
        ProgrammePartKind.Assessment => fact.Kind is LearningKind.Assessment && fact.ProgrammeId == programmeId && string.Equals(fact.Title, Title, StringComparison.Ordinal),
        _ => false,
    };
}
