namespace TrainingHub.People;

/// <param name="Core">The post of the common core today.</param>
/// <param name="Since">First day of that mapping.</param>
/// <param name="Keeper">The bureau that keeps the entry; null for a shipped one.</param>
/// <param name="Next">A mapping that is known to follow.</param>
public sealed record PositionRow(
    Guid Id, string Code, string Name, string NameEn, CorePosition Core, DateOnly Since, string? Keeper, Guid? KeeperId, PositionNext? Next);

public sealed record PositionNext(CorePosition Core, DateOnly From);
