namespace TrainingHub.Questions;

/// <summary>Ids of a bank's questions: short, and readable in an address and aloud.</summary>
public static class BankIds
{
    /// <summary>The longest id, in characters.</summary>
    public const int Longest = 60;

    /// <summary>With what an id begins that nobody chose.</summary>
    public const string Prefix = "Q-";

    /// <summary>Whether it is one: letters and digits of ASCII, dots, hyphens and underscores, the first of them a letter.</summary>
    public static bool IsId(string text) =>
        text.Length is > 1 and <= Longest && char.IsAsciiLetter(text[0]) && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
