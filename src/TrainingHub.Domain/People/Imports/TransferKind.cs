namespace TrainingHub.People.Imports;

/// <summary>What a request for a person registered elsewhere asks. Stored by number: never renumber.</summary>
public enum TransferKind
{
    /// <summary>调动: the post there ends the day before.</summary>
    Transfer = 1,
    /// <summary>兼职: the post there goes on.</summary>
    SecondPost = 2,
}
