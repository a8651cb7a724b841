namespace TrainingHub.People.Imports;

/// <summary>What became of a request for a transfer. Stored by number: never renumber.</summary>
public enum TransferState
{
    Open = 1,
    Confirmed = 2,
    Refused = 3,
}
