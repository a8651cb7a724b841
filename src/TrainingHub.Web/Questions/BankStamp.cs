namespace TrainingHub.Questions;

/// <summary>How often something in a unit's bank was changed: goes up with every change, in its transaction, whatever the clocks of the processes say.</summary>
public sealed class BankStamp
{
    /// <summary>The unit.</summary>
    public required Guid OwnerId { get; init; }
    public required long Number { get; init; }
}
