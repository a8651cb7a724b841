namespace TrainingHub.Organizations;

/// <summary>
/// Closure row: during <see cref="From"/>–<see cref="Until"/> (both included) the ancestor stood <see cref="Depth"/> steps above the descendant.
/// Every organization has a row to itself with depth 0. Derived from <see cref="OrganizationParent"/> and, like it, never overwritten.
/// </summary>
public sealed class OrganizationPath
{
    public required Guid Id { get; init; }
    public required Guid AncestorId { get; init; }
    public required Guid DescendantId { get; init; }
    public required int Depth { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>When a later row replaced this one, UTC; null while it is what we know.</summary>
    public DateTime? SupersededAt { get; set; }
}
