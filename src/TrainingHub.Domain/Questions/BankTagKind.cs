namespace TrainingHub.Questions;

/// <summary>What a word on a bank's question is. Stored by number: never renumber.</summary>
public enum BankTagKind
{
    /// <summary>标签.</summary>
    Tag = 0,

    /// <summary>知识点.</summary>
    Point = 1,
}
