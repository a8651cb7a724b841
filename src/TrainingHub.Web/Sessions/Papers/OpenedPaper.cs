using TrainingHub.Questions;

namespace TrainingHub.Sessions.Papers;

/// <summary>A session's paper with whose it is, what it asks and what was typed in of it. No key comes near it.</summary>
/// <param name="Paper">As it was drawn.</param>
/// <param name="PersonId">Null for a guest.</param>
/// <param name="Name">Null once anonymized.</param>
/// <param name="Items">In its order.</param>
/// <param name="Prompts">By hash.</param>
/// <param name="Sheets">In the order in which they came.</param>
public sealed record OpenedPaper(
    SessionPaper Paper, Guid? PersonId, string? Name, IReadOnlyList<PaperItem> Items, IReadOnlyDictionary<string, QuestionPrompt> Prompts, IReadOnlyList<PaperSheet> Sheets)
{
    /// <summary>Whether its letters alone are its answers.</summary>
    public bool IsChoiceOnly => Items.All(item => Prompts[item.QuestionHash].IsChoice);

    /// <summary>Its items whose answers a person marks.</summary>
    public IEnumerable<PaperItem> Written => Items.Where(item => Prompts[item.QuestionHash].Kind is QuestionKind.Written);

    /// <summary>The sheet that counts; null while nothing was typed in.</summary>
    public PaperSheet? Last => Sheets.Count > 0 ? Sheets[^1] : null;

    /// <summary>Numbers of the items whose answer is none that they offer.</summary>
    public IReadOnlyList<int> Unreadable(IReadOnlyDictionary<int, string> answers) =>
    [
        .. Items.Where(item => ResponseText.Parse(answers.GetValueOrDefault(item.Number), Prompts[item.QuestionHash], item.OptionOrder) is ResponseOutcome.Refused).Select(item => item.Number),
    ];

    /// <summary>
    /// What of it is kept: nothing of items that the paper does not have, and nothing that is empty. Of a written answer that was marked on paper and not
    /// typed in, where to find it.
    /// </summary>
    public Dictionary<int, string> Given(IReadOnlyDictionary<int, string> answers, IReadOnlyDictionary<int, string> marks) =>
        Items.Select(item => (item.Number, Text: TextOf(Prompts[item.QuestionHash], answers.GetValueOrDefault(item.Number, ""), marks.ContainsKey(item.Number))))
            .Where(item => item.Text.Length > 0).ToDictionary(item => item.Number, item => item.Text);

    private static string TextOf(QuestionPrompt prompt, string text, bool isMarked) =>
        prompt.Kind is not QuestionKind.Written ? text
        : text.Length > 0 && !string.Equals(text, OnPaper(prompt), StringComparison.Ordinal) ? text
        : isMarked ? OnPaper(prompt) : "";

    private static string OnPaper(QuestionPrompt prompt) =>
        PaperSheet.OnPaper.Length <= prompt.MostCharacters ? PaperSheet.OnPaper : PaperSheet.OnPaper[..prompt.MostCharacters];
}
