using TrainingHub.People;

namespace TrainingHub.Reminders;

/// <summary>One person and one thing that they owe.</summary>
public sealed class Owing
{
    public required Guid PersonId { get; init; }

    /// <summary>The unit for which it is owed: readers reach the row by it.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The post that makes them owe it; none where it is no post.</summary>
    public required CorePosition Position { get; init; }
    public required OwedKind Kind { get; init; }

    /// <summary>Of the demand: target, quiz or session.</summary>
    public required Guid DemandId { get; init; }
}
