namespace TrainingHub.People.Transfers;

/// <summary>What came of deciding a request.</summary>
public enum DecideOutcome
{
    Decided,
    /// <summary>Somebody has decided it before.</summary>
    DecidedBefore,
    /// <summary>The post there has ended or was changed so that it cannot end the day before any more.</summary>
    PostChanged,
}
