using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>One thing that happened to a person.</summary>
/// <param name="Day">On which it holds, in the zone.</param>
/// <param name="Kind">What it is.</param>
/// <param name="What">Post, target or programme.</param>
/// <param name="Where">The unit; empty where there is none.</param>
/// <param name="Reason">In the words of whoever entered it; null when nothing was said.</param>
/// <param name="KnownAt">When we learnt it, UTC.</param>
public sealed record PersonEvent(DateOnly Day, PersonEventKind Kind, string What, string Where, string? Reason, DateTime KnownAt)
{
    /// <summary>Why a person is away; null for everything else. It stands in place of <see cref="What"/>.</summary>
    public LeaveKind? Leave { get; init; }

    /// <summary>The post that went before; null for none.</summary>
    public string? BeforeWhat { get; init; }

    /// <summary>Its unit; null for none.</summary>
    public string? BeforeWhere { get; init; }
}
