namespace TrainingHub.Storage;

/// <summary>Who changed something last, as far as it is known, and when (UTC): for whoever comes too late.</summary>
public sealed record LastChange(string? Who, DateTime? At);
