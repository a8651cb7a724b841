namespace TrainingHub.Programmes;

/// <summary>A target with its first rule, not yet stored.</summary>
/// <param name="Target">The target.</param>
/// <param name="Rule">Its rule, from the beginning.</param>
public sealed record TargetPreset(CoverageTarget Target, TargetRule Rule);
