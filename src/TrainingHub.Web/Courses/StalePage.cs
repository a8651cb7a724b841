using TrainingHub.Hosting;
using TrainingHub.Questions;

namespace TrainingHub.Courses;

/// <summary>The work list after standards have changed.</summary>
/// <param name="Filter">As asked for.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Pages">Of all rows.</param>
/// <param name="Courses">Courses with something to look at, by slug and title.</param>
/// <param name="Shortages">Quizzes that cannot be drawn any more, or will not be from a day that is known, and what they lack.</param>
public sealed record StalePage(
    StaleFilter Filter, IReadOnlyList<StaleRow> Rows, Pages Pages, IReadOnlyList<(string Slug, string Title)> Courses,
    IReadOnlyList<StaleShortage> Shortages)
{
    /// <summary>Of the question banks that the reader reads: by clause, counted.</summary>
    public IReadOnlyList<StaleBankUse> Banks { get; init; } = [];
}
