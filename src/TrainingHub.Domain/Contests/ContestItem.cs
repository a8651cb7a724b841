using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>A question of a contest, by version. It can be drawn anew until the contest is prepared.</summary>
public sealed class ContestItem
{
    public required Guid ContestId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required string QuestionHash { get; init; }

    /// <summary>Original option indices in the order shown, comma-separated.</summary>
    public required string OptionOrder { get; init; }

    /// <summary>Slug of the course that it is from, empty for a question bank.</summary>
    public required string Source { get; init; }

    public IReadOnlyList<int> Order => PaperItem.ParseOptionOrder(OptionOrder);
}
