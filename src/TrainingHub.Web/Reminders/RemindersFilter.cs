using TrainingHub.Hosting;

namespace TrainingHub.Reminders;

/// <summary>Which of the reminders of a day are asked for, as it stands in the address.</summary>
public sealed record RemindersFilter
{
    /// <summary>Null for today.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Code or full name of a unit in reach; empty for all of them.</summary>
    public string? Organization { get; init => field = value?.Trim(); }

    /// <summary>Null for all.</summary>
    public ReminderStep? Step { get; init; }

    /// <summary>Null for all.</summary>
    public OwedKind? Kind { get; init; }

    /// <summary>Null for all.</summary>
    public ReminderWay? Way { get; init; }

    /// <summary>Part of a name.</summary>
    public string? Name { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (ReminderSort Column, bool IsDown) Order => Sorting.Of(Sort, ReminderSort.Unit);
}
