using TrainingHub.Courses;
using TrainingHub.Programmes;

namespace TrainingHub.Home;

/// <summary>Something to be done, once for every programme that asks for exactly it.</summary>
public sealed record OwedProgramme
{
    /// <summary>Of the programme with the nearest deadline, in Chinese and English.</summary>
    public required string Name { get; init; }
    public required string NameEn { get; init; }

    /// <summary>Last day on which it counts (included), the nearest of all.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>Whole days from today; 0 on the last day.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>The courses whose quizzes are still to be passed for it.</summary>
    public required IReadOnlyList<CourseProgress> Courses { get; init; }

    /// <summary>What is asked, where that is more than one quiz; else empty.</summary>
    public required IReadOnlyList<PartProgress> Parts { get; init; }

    /// <summary>Every target that asks for it.</summary>
    public required IReadOnlyList<DutyReason> Reasons { get; init; }

    /// <summary>Whether one quiz that a unit arranged completes it.</summary>
    public required bool IsArranged { get; init; }

    /// <summary>The one course that completes it; null when it is not published, none does, or more is asked.</summary>
    public CourseProgress? Course => Parts.Count == 0 && Courses.Count > 0 ? Courses[0] : null;

    /// <summary>Merges equal demands; the nearest deadline first.</summary>
    /// <param name="missing">Duties that are still to be done.</param>
    /// <param name="courses">All courses of today.</param>
    /// <param name="facts">What the person has learnt; needed only where more than one quiz is asked.</param>
    /// <param name="today">Of the zone.</param>
    internal static List<OwedProgramme> Merge(IEnumerable<OwnDuty> missing, IReadOnlyList<CourseProgress> courses, IReadOnlyList<LearningFact> facts, DateOnly today) =>
    [
        .. missing.GroupBy(duty => duty.Terms.DemandKey, StringComparer.Ordinal).Select(same => Of([.. same.OrderBy(duty => duty.Deadline)], courses, facts, today)).OrderBy(owed => owed.Deadline),
    ];

    private static OwedProgramme Of(List<OwnDuty> same, IReadOnlyList<CourseProgress> courses, IReadOnlyList<LearningFact> facts, DateOnly today)
    {
        var (first, terms) = (same[0], same[0].Terms);
        List<PartProgress> parts = terms.IsSimple ? [] : [.. ProgrammeProgress.Of(terms, facts).Parts];
        var wanted = terms.IsSimple ? [terms.Rule.CourseSlug] : parts.Where(part => !part.IsDone && part.Part.CourseSlug.Length > 0).Select(part => part.Part.CourseSlug).ToList();
        return new OwedProgramme
        {
            Name = first.Reason.Programme,
            NameEn = first.Reason.ProgrammeEn,
            Deadline = first.Deadline,
            DaysLeft = first.Deadline.DayNumber - today.DayNumber,
            Courses = [.. wanted.SelectMany(slug => courses.Where(course => string.Equals(course.Course.Slug, slug, StringComparison.Ordinal)))],
            Parts = parts,
            Reasons = [.. same.Select(duty => duty.Reason)],
            IsArranged = terms.IsSimple && terms.Rule.CourseSlug.Length is 0,
        };
    }
}
