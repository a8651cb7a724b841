namespace TrainingHub.Programmes;

/// <summary>What completes a programme, as somebody asks for it: all of it together.</summary>
/// <param name="CourseSlug">The course of the quiz; empty for an arranged quiz or none.</param>
/// <param name="QuizSlug">The quiz; empty: none.</param>
/// <param name="Parts">What is asked beside it.</param>
/// <param name="RefusesOutside">Whether training done elsewhere can not stand for the whole.</param>
public sealed record ProgrammeDemand(string CourseSlug, string QuizSlug, IReadOnlyList<PartDraft> Parts, bool RefusesOutside)
{
    /// <summary>The most parts beside the quiz.</summary>
    public const int MostParts = 10;

    /// <summary>The most whole 学时 of one part.</summary>
    public const int MostHours = 400;

    /// <summary>Whole minutes of one 学时.</summary>
    public const int MinutesPerHour = 45;

    public IEnumerable<ProgrammeFault> Faults()
    {
        var quizzes = Parts.Select(part => part.QuizSlug).Append(QuizSlug).Where(slug => slug.Length > 0).ToList();
        var titles = Parts.Where(part => part.Kind is ProgrammePartKind.Assessment).Select(part => part.Title).ToList();
        var domains = Parts.Where(part => part.Kind is ProgrammePartKind.Hours).Select(part => part.Domain).ToList();
        (bool IsWrong, ProgrammeFault Fault)[] found =
        [
            (quizzes.Count == 0 && Parts.Count == 0, ProgrammeFault.NothingAsked),
            (Parts.Count > MostParts, ProgrammeFault.TooManyParts),
            (quizzes.Distinct(StringComparer.Ordinal).Count() < quizzes.Count, ProgrammeFault.SameQuizTwice),
            (titles.Distinct(StringComparer.Ordinal).Count() < titles.Count, ProgrammeFault.SameAssessmentTwice),
            (domains.Distinct().Count() < domains.Count, ProgrammeFault.SameDomainTwice),
            (Parts.Any(part => part.Kind is ProgrammePartKind.Hours && part.Minutes is < 1 or > MostHours * MinutesPerHour), ProgrammeFault.HoursOutOfRange),
        ];
        return found.Where(one => one.IsWrong).Select(one => one.Fault);
    }

    /// <summary>Whether both ask for the same.</summary>
    public bool IsSame(ProgrammeDemand other) =>
        (CourseSlug, QuizSlug, RefusesOutside) == (other.CourseSlug, other.QuizSlug, other.RefusesOutside) && Parts.SequenceEqual(other.Parts);
}
