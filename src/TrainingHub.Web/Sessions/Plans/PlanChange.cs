using TrainingHub.People;

namespace TrainingHub.Sessions.Plans;

/// <summary>A step of an officer on a plan, read from a sound form.</summary>
public abstract record PlanChange
{
    private PlanChange()
    {
    }

    public sealed record Terms(string Title, CorePosition Posts, int SharePercent, bool IncludesOthers) : PlanChange;

    /// <summary>Sessions that are planned already join it.</summary>
    public sealed record Sessions(IReadOnlyList<Guid> SessionIds) : PlanChange;

    /// <summary>Batches to be made; their numbers are given in this order.</summary>
    public sealed record NewBatches(IReadOnlyList<DateOnly> Days, bool HasMorning, bool HasAfternoon, string Place, int Seats) : PlanChange;

    /// <summary>A batch leaves the plan, and the wishes for it; a session itself stays as it is.</summary>
    public sealed record WithoutBatch(int Number) : PlanChange;

    public sealed record Wishes(WishKind Kind, IReadOnlyList<Guid> People, int Number) : PlanChange;

    /// <summary>The plan is thrown away; sessions stay as they are.</summary>
    public sealed record Discarded : PlanChange;
}
