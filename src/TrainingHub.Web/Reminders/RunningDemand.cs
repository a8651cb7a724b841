namespace TrainingHub.Reminders;

/// <summary>A target whose deadline lies ahead: whoever it misses owes its programme.</summary>
/// <param name="TargetId">Of the target.</param>
/// <param name="CutOffDay">Of the target; the earlier of two targets of one programme is the one that is said.</param>
/// <param name="Item">What is owed.</param>
/// <param name="SetterId">制定单位.</param>
public sealed record RunningDemand(Guid TargetId, DateOnly CutOffDay, OwedItem Item, Guid SetterId);
