namespace TrainingHub.Questions;

/// <summary>What a person is shown of a question. The key is never part of it.</summary>
/// <param name="Id">Stable over versions, unique within its course.</param>
/// <param name="Kind">题型.</param>
/// <param name="Stem">Plain text of the question.</param>
/// <param name="Options">Plain texts in the author's order; empty for <see cref="QuestionKind.TrueFalse"/>.</param>
public sealed record QuestionPrompt(string Id, QuestionKind Kind, string Stem, IReadOnlyList<string> Options)
{
    /// <summary>How many options can be chosen from: two for <see cref="QuestionKind.TrueFalse"/>.</summary>
    public int OptionCount => Kind is QuestionKind.TrueFalse ? 2 : Options.Count;
}
