namespace TrainingHub.Organizations;

/// <summary>Whose facts changed. For a moved, renamed or reclassified organization name it and all below it.</summary>
public sealed record FactsChanged
{
    public IReadOnlyCollection<Guid> People { get; init; } = [];
    public IReadOnlyCollection<Guid> Organizations { get; init; } = [];
}
