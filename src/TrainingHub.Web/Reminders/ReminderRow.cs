using TrainingHub.People;

namespace TrainingHub.Reminders;

/// <summary>One thing of which one person is reminded on a day.</summary>
public sealed record ReminderRow
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }

    /// <summary>The post that makes them owe it; none where it is no post.</summary>
    public required CorePosition Position { get; init; }
    public required string UnitName { get; init; }
    public required string UnitCode { get; init; }
    public required OwedKind Kind { get; init; }

    /// <summary>Of the demand: target, quiz or session.</summary>
    public required Guid DemandId { get; init; }
    public required ReminderWay Way { get; init; }

    /// <summary>What is owed and why it is said that day.</summary>
    public ReminderLine? Line { get; init; }
}
