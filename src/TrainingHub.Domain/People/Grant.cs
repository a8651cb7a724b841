namespace TrainingHub.People;

/// <summary>授权: a person may use a capability on an organization and everything below it.</summary>
public sealed class Grant
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Capability Capability { get; init; }
    public required DateTime GrantedAt { get; init; }
    public Guid? GrantedBy { get; init; }

    /// <summary>When the grant was taken back, UTC; null while it is in force.</summary>
    public DateTime? RevokedAt { get; set; }
    public Guid? RevokedBy { get; set; }
}
