namespace TrainingHub.Sessions.Plans;

/// <summary>What holds for every batch of a plan, beside seats and leaders.</summary>
/// <param name="CutOffDay">统计截止日 (included): training that ends later does not count for the target.</param>
/// <param name="SharePercent">Of the people in post at one unit at most so many percent are away on one day, 1 to 100; one person always may.</param>
/// <param name="Staff">People in post of each unit; a unit that is not named has those of the plan.</param>
public sealed record PlanRules(DateOnly CutOffDay, int SharePercent, IReadOnlyDictionary<Guid, int> Staff)
{
    /// <summary>Unless an officer says otherwise.</summary>
    public const int UsualShare = 50;

    /// <summary>How many of a unit may be away on one day. Rounded down, at least one.</summary>
    public int MostOf(Guid unit, int inPlan) => Math.Max(1, (int)((long)Staff.GetValueOrDefault(unit, inPlan) * Math.Clamp(SharePercent, 1, 100) / 100));
}
