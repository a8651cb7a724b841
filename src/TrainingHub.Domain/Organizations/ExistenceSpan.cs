namespace TrainingHub.Organizations;

/// <summary>An organization existed on the days <paramref name="From"/>–<paramref name="Until"/>, both included.</summary>
public sealed record ExistenceSpan(Guid OrganizationId, DateOnly From, DateOnly Until);
