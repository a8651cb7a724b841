using System.ComponentModel.DataAnnotations;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>A corrected key as it is typed, or the wish to undo an earlier correction, with the reason.</summary>
public sealed record RegradeInput
{
    /// <summary>Hash of the question version.</summary>
    [StringLength(64)]
    public string Question { get; init => field = value ?? ""; } = "";

    /// <summary>Number of the regrade to be undone; null: a key is corrected.</summary>
    public int? Undo { get; init; }

    /// <summary>Original option indices.</summary>
    public int[] Options { get; init; } = [];

    /// <summary>For each blank the words that are taken, one a line.</summary>
    public string?[] Blanks { get; init; } = [];

    /// <summary>For each option the index of its target.</summary>
    public int[] Pairs { get; init; } = [];

    public HazardLevel? Level { get; init; }

    /// <summary>Null: the rule of the papers.</summary>
    public ScoreRule? Rule { get; init; }

    public bool GivesAll { get; init; }

    [Required(ErrorMessage = "Required_Reason"), StringLength(AllowanceInput.LongestReason, ErrorMessage = "TooLong_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>What was typed, as far as it concerns such a question.</summary>
    public CorrectedKey For(QuestionPrompt prompt) => new()
    {
        CorrectOptions = prompt.Kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse or QuestionKind.Hotspot or QuestionKind.Judgement
            ? [.. Options.Order()]
            : null,
        Accepted = prompt.Kind is QuestionKind.FillIn ? [.. Blanks.Select(Words)] : null,
        Pairs = prompt.Kind is QuestionKind.Matching ? Pairs : null,
        Level = prompt.Kind is QuestionKind.Judgement ? Level : null,
        Rule = Rule,
        GivesAll = GivesAll,
    };

    /// <summary>How the form looks at first: what holds now.</summary>
    public static RegradeInput Of(QuestionVersion question) => new()
    {
        Question = question.Hash,
        Options = [.. question.Key.CorrectOptions],
        Blanks = [.. question.Key.Blanks.Select(blank => string.Join('\n', blank.Accepted))],
        Pairs = [.. question.Key.Pairs],
        Level = question.Key.Level,
        Rule = question.Correction?.Rule,
        GivesAll = question.Correction?.GivesAll is true,
    };

    private static string[] Words(string? lines) => (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
