using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Programmes;

/// <summary>The fields that say what completes a programme.</summary>
public abstract record DemandInput
{
    /// <summary>How many assessments the form has room for.</summary>
    public const int MostAssessments = 4;

    /// <summary>Slug of the quiz; empty: none.</summary>
    public string? Quiz { get; init; }

    /// <summary>Slugs of further quizzes that must be passed, too.</summary>
    public string[] MoreQuizzes { get; init => field = [.. value.Where(slug => !string.IsNullOrEmpty(slug))]; } = [];

    [MaxLength(8, ErrorMessage = "Bad_Choice")]
    public HoursInput[] Hours { get; init => field = [.. value.OfType<HoursInput>()]; } = [];

    [MaxLength(MostAssessments, ErrorMessage = "Bad_Choice")]
    public string[] Assessments { get; init => field = [.. value.Select(title => title?.Trim() ?? "").Where(title => title.Length > 0)]; } = [];
    public bool RefusesOutside { get; init; }

    /// <summary>Name of a <see cref="PolicyPreset"/>; empty: none.</summary>
    public string? Policy { get; init; }

    /// <summary>Null when it names none.</summary>
    internal PolicyPreset? ChosenPolicy => Enum.TryParse<PolicyPreset>(Policy, out var policy) && Enum.IsDefined(policy) ? policy : null;

    /// <summary>Whether it names one that there is not.</summary>
    internal bool IsPolicyUnknown => !string.IsNullOrEmpty(Policy) && ChosenPolicy is null;

    /// <summary>Whether more than one quiz is asked, so that the form shows what it else hides.</summary>
    public bool HasMore => MoreQuizzes.Length > 0 || Hours.Any(hours => hours.Hours > 0) || Assessments.Length > 0 || RefusesOutside;

    internal HoursInput HoursOf(ExpertDomain domain) => Hours.FirstOrDefault(hours => hours.Domain == domain) ?? new HoursInput { Domain = domain };

    /// <summary>What is asked; null where a choice is none of those offered.</summary>
    internal ProgrammeDemand? ToDemand(IReadOnlyList<QuizChoice> offered)
    {
        var quizzes = MoreQuizzes.Distinct(StringComparer.Ordinal).Select(slug => Find(offered, slug)).ToList();
        var main = Find(offered, Quiz);
        var courses = offered.Select(choice => choice.CourseSlug).Where(slug => slug.Length > 0).ToHashSet(StringComparer.Ordinal);
        if ((main is null && !string.IsNullOrEmpty(Quiz)) || quizzes.Contains(null)
            || Hours.Any(hours => !Enum.IsDefined(hours.Domain) || hours.Domain is ExpertDomain.All || !hours.Courses.All(courses.Contains)))
        {
            return null;
        }

        return new ProgrammeDemand(
            main?.CourseSlug ?? "", main?.QuizSlug ?? "",
            [
                .. quizzes.OfType<QuizChoice>().Select(quiz => new PartDraft(ProgrammePartKind.Quiz) { CourseSlug = quiz.CourseSlug, QuizSlug = quiz.QuizSlug }),
                .. Hours.Where(hours => hours.Hours is not (null or 0)).Select(hours => new PartDraft(ProgrammePartKind.Hours)
                {
                    Domain = hours.Domain,
                    Minutes = (int)Math.Clamp((long)hours.Hours!.Value * ProgrammeDemand.MinutesPerHour, int.MinValue, int.MaxValue),
                    Courses = hours.Domain is ExpertDomain.None ? "" : string.Join(' ', hours.Courses.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
                }),
                .. Assessments.Select(title => new PartDraft(ProgrammePartKind.Assessment) { Title = title }),
            ],
            RefusesOutside);
    }

    private static QuizChoice? Find(IReadOnlyList<QuizChoice> offered, string? slug) =>
        offered.FirstOrDefault(quiz => string.Equals(quiz.QuizSlug, slug, StringComparison.Ordinal));
}
