namespace TrainingHub.Organizations;

/// <summary>What a closure row says: the ancestor stood <paramref name="Depth"/> steps above the descendant on these days, both ends included.</summary>
public sealed record PathSpan(Guid AncestorId, Guid DescendantId, int Depth, DateOnly From, DateOnly Until);
