namespace TrainingHub.Programmes;

/// <summary>Who writes a rule, and when.</summary>
/// <param name="NextId">Makes ids.</param>
/// <param name="Now">The present instant, UTC.</param>
/// <param name="RecordedBy">Null for the system itself.</param>
/// <param name="Reason">In their words; null: nothing was said.</param>
public sealed record RuleChange(Func<Guid> NextId, DateTime Now, Guid? RecordedBy, string? Reason);
