namespace TrainingHub.Questions;

/// <summary>What became of a question in a change of many. Stored by number: never renumber.</summary>
public enum BankLineOutcome
{
    Changed = 0,

    /// <summary>It was already as asked for.</summary>
    Unchanged = 1,

    /// <summary>Something could not be done; what could was done.</summary>
    Refused = 2,
}
