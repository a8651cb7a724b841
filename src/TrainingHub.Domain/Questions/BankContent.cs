using System.Text;

namespace TrainingHub.Questions;

/// <summary>What a bank keeps beside a question version, to find and recognize it.</summary>
public static class BankContent
{
    /// <summary>The longest title, in characters.</summary>
    public const int LongestTitle = 120;

    /// <summary>Lowercase hexadecimal SHA-256 over what is asked and what is right, whatever the question's id: the same file brought twice is recognized by it.</summary>
    public static string FingerprintOf(QuestionVersion version) =>
        new QuestionVersion(version.Prompt with { Id = "" }, version.Key, version.Use, version.Difficulty).AnswerHash;

    /// <summary>The stem on one line, cut to <see cref="LongestTitle"/>.</summary>
    public static string TitleOf(QuestionPrompt prompt) =>
        Cut(string.Join(' ', prompt.Stem.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestTitle);

    /// <summary>Id, stem and options, folded by <see cref="Fold"/> and cut to <see cref="BankQuestion.LongestSearchText"/>.</summary>
    public static string SearchTextOf(QuestionPrompt prompt) =>
        Cut(Fold(string.Join('\n', [prompt.Id, prompt.Stem, .. prompt.Options, .. prompt.Targets, prompt.Case?.Text ?? ""])), BankQuestion.LongestSearchText);

    /// <summary>Full- and half-width as one, no white space, no difference of capitals: as texts are stored for search, and as what is looked for is written.</summary>
    public static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter))).ToUpperInvariant();

    /// <summary>The beginning of a text, at most so many characters and never half of one: half of a surrogate pair is no text that a database takes.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
