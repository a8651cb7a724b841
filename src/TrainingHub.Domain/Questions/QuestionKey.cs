namespace TrainingHub.Questions;

/// <summary>The answer of a question and why. Stays on the server until it is released to the person.</summary>
/// <param name="CorrectOptions">Original option indices from 0, ascending, each once.</param>
/// <param name="Explanation">Why the right ones are right and the others wrong.</param>
/// <param name="Basis">依据.</param>
public sealed record QuestionKey(IReadOnlyList<int> CorrectOptions, string Explanation, Basis Basis)
{
    /// <summary>
    /// Whether these are exactly the right options, in any order. Multiple choice is all or nothing; nothing chosen is never right.
    /// </summary>
    public bool IsAnsweredBy(IReadOnlyCollection<int> chosenOptions) =>
        chosenOptions.Count > 0 && CorrectOptions.ToHashSet().SetEquals(chosenOptions);
}
