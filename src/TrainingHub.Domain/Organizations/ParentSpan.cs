namespace TrainingHub.Organizations;

/// <summary>An organization stood under a parent on the days <paramref name="From"/>–<paramref name="Until"/>, both included.</summary>
public sealed record ParentSpan(Guid OrganizationId, Guid ParentId, DateOnly From, DateOnly Until);
