namespace TrainingHub.People.Imports;

/// <summary>调动/兼职: a unit asks for a person who is registered elsewhere. The unit there, or a bureau above both, confirms.</summary>
public sealed class TransferRequest
{
    public required Guid Id { get; init; }

    /// <summary>Short code used in addresses; unique.</summary>
    public required string Code { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The name as the asking unit wrote it; all that it sees of the person before the confirmation.</summary>
    public required string NameGiven { get; init; }
    public required TransferKind Kind { get; init; }

    /// <summary>Where the person is registered. Not shown to the asking unit.</summary>
    public required Guid SourceOrganizationId { get; init; }

    /// <summary>The membership there, through its corrections.</summary>
    public required Guid SourceFactId { get; init; }
    public required Guid TargetOrganizationId { get; init; }
    public required Guid PositionId { get; init; }
    public required Employment Employment { get; init; }

    /// <summary>First day of the new post (included).</summary>
    public required DateOnly From { get; init; }
    public Guid? ImportId { get; init; }
    public required DateTime RequestedAt { get; init; }
    public required Guid RequestedBy { get; init; }
    public TransferState State { get; set; } = TransferState.Open;
    public DateTime? DecidedAt { get; set; }
    public Guid? DecidedBy { get; set; }
}
