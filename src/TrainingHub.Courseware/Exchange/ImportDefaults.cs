using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>What holds where a file says nothing.</summary>
/// <param name="Basis">依据.</param>
/// <param name="IsBasisChecked">Whether somebody stands for that basis; otherwise the questions are for practice only.</param>
/// <param name="Use">用途.</param>
/// <param name="Source">来源; null: none.</param>
public sealed record ImportDefaults(Basis Basis, bool IsBasisChecked, QuestionUse Use, string? Source)
{
    /// <summary>1 to 3.</summary>
    public int Difficulty { get; init; } = 2;

    /// <summary>简答题: how long an answer may be.</summary>
    public int MostCharacters { get; init; } = 1000;
}
