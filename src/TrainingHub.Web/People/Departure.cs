namespace TrainingHub.People;

/// <summary>A person leaves for good.</summary>
/// <param name="Kind">One of <see cref="LeaveKinds.ForGood"/>.</param>
/// <param name="LastDay">Last day in post (included).</param>
/// <param name="Reason">In the recorder's words; null when nothing was said.</param>
/// <param name="Version">The mark of the posts known when the form was made; null to end whatever happened meanwhile.</param>
public sealed record Departure(LeaveKind Kind, DateOnly LastDay, string? Reason, string? Version);
