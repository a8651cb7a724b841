using TrainingHub.Hosting;

namespace TrainingHub.Quizzes;

/// <summary>The attempts at a quiz of the people in reach.</summary>
public sealed record AttemptListPage(
    string Slug, string Title, AttemptsFilter Filter, IReadOnlyList<AttemptRow> Rows, Pages Pages, (AttemptSort Column, bool IsDown) Order)
{
    /// <summary>Whether written answers of people in reach wait for a mark.</summary>
    public bool HasWaiting { get; init; }
}
