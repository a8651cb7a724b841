namespace TrainingHub.People;

/// <summary>A post that a merger moves or ends.</summary>
public sealed record MergerPost(Guid FactId, string Name, bool IsAnonymized, string Position, string PositionEn, DateOnly From, DateOnly Until);
