using System.Globalization;

namespace TrainingHub.Programmes;

/// <summary>A rule of a programme with everything that it asks for.</summary>
/// <param name="Rule">With the quiz that stands alone in most programmes.</param>
/// <param name="Further">What is asked beside it, in order; empty in most.</param>
public sealed record ProgrammeTerms(ProgrammeRule Rule, IReadOnlyList<ProgrammePart> Further)
{
    /// <summary>Whether passing the quiz is all: then each attempt that passes it, and each session held for the programme, completes it.</summary>
    public bool IsSimple => Further.Count == 0;

    public ProgrammeDemand Demand => new(Rule.CourseSlug, Rule.QuizSlug, [.. Further.OrderBy(part => part.Number).Select(PartDraft.From)], Rule.RefusesOutside);

    /// <summary>
    /// Equal for programmes that ask for the same, so that it is done once and shown once. An assessment is one of its own programme: whoever asks
    /// for one asks for something else than everybody else.
    /// </summary>
    public string DemandKey => string.Join('\n', Parts.Select(part => part.Kind switch
    {
        ProgrammePartKind.Quiz => $"quiz {part.QuizSlug}",
        ProgrammePartKind.Hours => string.Create(CultureInfo.InvariantCulture, $"hours {(int)part.Domain} {part.Minutes} {part.Courses}"),
        _ => $"{part.Title} {Rule.ProgrammeId:N}",
    }).Order(StringComparer.Ordinal));

    /// <summary>Everything that is asked, the quiz of the rule first with number 0.</summary>
    public IReadOnlyList<ProgrammePart> Parts =>
    [
        .. Rule.QuizSlug.Length > 0
            ? [new ProgrammePart { Id = Rule.Id, RuleId = Rule.Id, Number = 0, Kind = ProgrammePartKind.Quiz, CourseSlug = Rule.CourseSlug, QuizSlug = Rule.QuizSlug }]
            : Array.Empty<ProgrammePart>(),
        .. Further.OrderBy(part => part.Number),
    ];
}
