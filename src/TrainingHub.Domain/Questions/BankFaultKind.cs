namespace TrainingHub.Questions;

/// <summary>What in a bank as a whole gives answers away.</summary>
public enum BankFaultKind
{
    /// <summary>The right option of single choice is too often the longest.</summary>
    RightLongest,

    /// <summary>One letter is too often the answer of single choice.</summary>
    KeySpread,

    /// <summary>True/false questions are too often true, or too often false.</summary>
    TrueFalseSpread,

    /// <summary>The right options of multiple choice are too often the longest.</summary>
    MultipleRightLongest,

    /// <summary>One set of letters is too often the answer of multiple choice.</summary>
    MultipleKeySpread,

    /// <summary>One letter is nearly always, or hardly ever, among the right ones of multiple choice.</summary>
    MultipleLetterSpread,
}
