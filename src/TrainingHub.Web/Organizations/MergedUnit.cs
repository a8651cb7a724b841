namespace TrainingHub.Organizations;

/// <summary>Another organization that one was merged with.</summary>
/// <param name="Code">Its code; null when it is out of the reader's reach.</param>
/// <param name="Name">Its name.</param>
/// <param name="From">First day together.</param>
public sealed record MergedUnit(string? Code, string Name, DateOnly From);
