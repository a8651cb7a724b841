namespace TrainingHub.Standards;

/// <summary>What is taught and examined from a clause.</summary>
/// <param name="Lessons">Lessons that show it or ask about it, each with its course.</param>
/// <param name="Questions">Questions that rest on it and that the reader may see by their stems.</param>
/// <param name="HiddenQuestions">How many more rest on it that are kept for examinations.</param>
public sealed record ClauseUses(IReadOnlyList<ClauseUse> Lessons, IReadOnlyList<ClauseUse> Questions, int HiddenQuestions)
{
    public static readonly ClauseUses None = new([], [], 0);

    /// <summary>Questions of banks, counted, for who writes questions; nothing for others.</summary>
    public IReadOnlyList<ClauseBankUse> Banks { get; init; } = [];
}
