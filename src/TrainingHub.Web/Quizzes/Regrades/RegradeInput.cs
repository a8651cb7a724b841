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

    /// <summary>For each blank the right number; null where only words are taken.</summary>
    public decimal?[] Values { get; init; } = [];

    /// <summary>For each blank how far from it a number may be.</summary>
    public decimal?[] Tolerances { get; init; } = [];

    /// <summary>For each blank how its unit may be written, with commas between.</summary>
    public string?[] Units { get; init; } = [];

    /// <summary>Blanks, from 0, of which the number alone is wrong.</summary>
    public int[] NeedUnits { get; init; } = [];

    /// <summary>The steps in their right order, by original index.</summary>
    public int[] Order { get; init; } = [];

    /// <summary>For each place where it lies, as <see cref="ZoneText"/> reads it.</summary>
    public string?[] Zones { get; init; } = [];

    /// <summary>For each option the index of its target.</summary>
    public int[] Pairs { get; init; } = [];

    public HazardLevel? Level { get; init; }

    /// <summary>Null: the rule of the papers.</summary>
    public ScoreRule? Rule { get; init; }

    public bool GivesAll { get; init; }

    [Required(ErrorMessage = "Required_Reason"), StringLength(AllowanceInput.LongestReason, ErrorMessage = "TooLong_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>What was typed, as far as it concerns such a question. An order and places that were not sent stay as the version has them.</summary>
    public CorrectedKey For(QuestionPrompt prompt) => GivesAll ? new CorrectedKey { Rule = Rule, GivesAll = true } : new()
    {
        CorrectOptions = prompt.Kind is QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse or QuestionKind.Hotspot or QuestionKind.Judgement
            ? [.. Options.Order()]
            : null,
        Blanks = prompt.Kind is QuestionKind.FillIn ? [.. Blanks.Select((words, blank) => BlankOf(words, blank))] : null,
        Order = prompt.Kind is QuestionKind.Ordering && Order.Length > 0 ? Order : null,
        // One that cannot be read is missing, which is told.
        Zones = prompt.Kind is QuestionKind.Hotspot && Zones.Length > 0 ? [.. Zones.Select(ZoneText.Read).OfType<Zone>()] : null,
        Pairs = prompt.Kind is QuestionKind.Matching ? Pairs : null,
        Level = prompt.Kind is QuestionKind.Judgement ? Level : null,
        Rule = Rule,
    };

    /// <summary>How the form looks at first: what holds now.</summary>
    public static RegradeInput Of(QuestionVersion question) => new()
    {
        Question = question.Hash,
        Options = [.. question.Key.CorrectOptions],
        Blanks = [.. question.Key.Blanks.Select(blank => string.Join('\n', blank.Accepted))],
        Values = [.. question.Key.Blanks.Select(blank => blank.Value)],
        Tolerances = [.. question.Key.Blanks.Select(blank => blank.Tolerance > 0 ? blank.Tolerance : (decimal?)null)],
        Units = [.. question.Key.Blanks.Select(blank => string.Join(", ", blank.Units))],
        NeedUnits = [.. question.Key.Blanks.Index().Where(blank => blank.Item.NeedsUnit).Select(blank => blank.Index)],
        Order = question.Prompt.Kind is not QuestionKind.Ordering ? [] : question.Key.Order.Count > 0 ? [.. question.Key.Order] : [.. Enumerable.Range(0, question.Prompt.Options.Count)],
        Zones = [.. question.Key.Zones.Select(ZoneText.Write)],
        Pairs = [.. question.Key.Pairs],
        Level = question.Key.Level,
        Rule = question.Correction?.Rule,
        GivesAll = question.Correction?.GivesAll is true,
    };

    private BlankKey BlankOf(string? words, int blank) => new()
    {
        Accepted = Words(words),
        Value = Values.ElementAtOrDefault(blank),
        Tolerance = Tolerances.ElementAtOrDefault(blank) ?? 0,
        Units = (Units.ElementAtOrDefault(blank) ?? "").Split([',', '，', '、', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        NeedsUnit = NeedUnits.Contains(blank),
    };

    private static string[] Words(string? lines) => (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
