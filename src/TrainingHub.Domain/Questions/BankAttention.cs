namespace TrainingHub.Questions;

/// <summary>Why somebody should look at a bank's question. Stored by number: never renumber.</summary>
[Flags]
public enum BankAttention
{
    None = 0,

    /// <summary>The edition its answer comes from is no longer the one in force.</summary>
    BasisStale = 1,

    /// <summary>Those who know most answer something else than the key.</summary>
    KeyDoubtful = 2,

    /// <summary>Those who know least answer it right more often.</summary>
    NegativeDiscrimination = 4,

    /// <summary>A wrong option that nobody chooses.</summary>
    OptionNeverChosen = 8,
}
