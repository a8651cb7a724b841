namespace TrainingHub.Reminders;

/// <summary>Something asked of people whose deadline lies ahead. A target can ask for two things: its programme, and that posts are declared.</summary>
/// <param name="Id">Of the target, the quiz or the session.</param>
/// <param name="CutOffDay">Of the target; of two targets that ask for the same the earlier is the one that is said.</param>
/// <param name="Item">What is owed.</param>
public sealed record RunningDemand(Guid Id, DateOnly CutOffDay, OwedItem Item)
{
    public OwedKind Kind => Item.Kind;
}
