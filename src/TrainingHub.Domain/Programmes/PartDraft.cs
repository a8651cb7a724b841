namespace TrainingHub.Programmes;

/// <summary>One thing more that somebody wants a programme to ask for. Which members count depends on the kind, as in <see cref="ProgrammePart"/>.</summary>
public sealed record PartDraft(ProgrammePartKind Kind)
{
    public string CourseSlug { get; init; } = "";
    public string QuizSlug { get; init; } = "";
    public ExpertDomain Domain { get; init; }

    /// <summary>Whole minutes.</summary>
    public int Minutes { get; init; }

    /// <summary>Slugs with a space between.</summary>
    public string Courses { get; init; } = "";
    public string Title { get; init; } = "";

    public ProgrammePart Of(Guid id, Guid ruleId, int number) => new()
    {
        Id = id,
        RuleId = ruleId,
        Number = number,
        Kind = Kind,
        CourseSlug = CourseSlug,
        QuizSlug = QuizSlug,
        Domain = Domain,
        Minutes = Minutes,
        Courses = Courses,
        Title = Title,
    };

    public static PartDraft From(ProgrammePart part) => new(part.Kind)
    {
        CourseSlug = part.CourseSlug,
        QuizSlug = part.QuizSlug,
        Domain = part.Domain,
        Minutes = part.Minutes,
        Courses = part.Courses,
        Title = part.Title,
    };
}
