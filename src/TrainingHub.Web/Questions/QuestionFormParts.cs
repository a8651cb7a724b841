using System.Globalization;
using static TrainingHub.Questions.QuestionFormText;

namespace TrainingHub.Questions;

/// <summary>The fields that belong to a question's kind, and what they make of prompt and key. Empty rows are left out.</summary>
internal static class QuestionFormParts
{
    /// <summary>The fields filled.</summary>
    public static QuestionInput Of(QuestionPrompt prompt, QuestionKey key) => prompt.Kind switch
    {
        QuestionKind.TrueFalse => new QuestionInput { Truth = key.CorrectOptions is [0] },
        QuestionKind.FillIn => new QuestionInput
        {
            Words = [.. key.Blanks.Select(blank => string.Join('\n', blank.Accepted))],
            Numbers = [.. key.Blanks.Select(blank => blank.Value is { } value ? Written(value) : "")],
            Tolerances = [.. key.Blanks.Select(blank => blank.Tolerance is 0 ? "" : Written(blank.Tolerance))],
            UnitWords = [.. key.Blanks.Select(blank => string.Join('\n', blank.Units))],
            NeedsUnit = [.. key.Blanks.Index().Where(blank => blank.Item.NeedsUnit).Select(blank => blank.Index)],
        },
        QuestionKind.Ordering => new QuestionInput { Steps = prompt.Options },
        QuestionKind.Matching => new QuestionInput
        {
            Targets = prompt.Targets,
            Items = prompt.Options,
            Matches = [.. key.Pairs.Select(pair => (pair + 1).ToString(CultureInfo.InvariantCulture))],
        },
        QuestionKind.Hotspot => new QuestionInput { Names = prompt.Options, Corners = [.. key.Zones.Select(ZoneText.Write)], RightPlaces = key.CorrectOptions },
        QuestionKind.Judgement => new QuestionInput { Level = key.Level, Options = prompt.Options, Right = key.CorrectOptions },
        QuestionKind.Written => new QuestionInput
        {
            Characters = prompt.MostCharacters.ToString(CultureInfo.InvariantCulture),
            Rubric = [.. key.Rubric.Select(line => line.Text)],
            Weights = [.. key.Rubric.Select(line => line.Weight.ToString(CultureInfo.InvariantCulture))],
        },
        _ => new QuestionInput { Options = prompt.Options, Right = key.CorrectOptions },
    };

    /// <summary>Prompt and key with what the fields of the kind say.</summary>
    public static (QuestionPrompt Prompt, QuestionKey Key) Read(QuestionInput input, QuestionPrompt prompt, QuestionKey key) => input.Kind switch
    {
        QuestionKind.TrueFalse => (prompt, key with { CorrectOptions = [input.Truth is true ? 0 : 1] }),
        QuestionKind.FillIn => (prompt, key with { Blanks = [.. BlankRows(input).Select(row => BlankOf(input, row))] }),
        QuestionKind.Ordering => (prompt with { Options = Texts(input.Steps) }, key),
        QuestionKind.Matching => Pairs(input, prompt, key),
        QuestionKind.Hotspot => Places(input, prompt, key),
        QuestionKind.Judgement => Options(input, prompt, key with { Level = input.Level }),
        QuestionKind.Written => (
            prompt with { MostCharacters = Whole(input.Characters) ?? 0 },
            key with { Rubric = [.. RubricRows(input).Select(row => new RubricLine(Line(At(input.Rubric, row)), Whole(At(input.Weights, row)) ?? 0))] }),
        _ => Options(input, prompt, key),
    };

    /// <summary>Rows of blanks in which something stands, from 0.</summary>
    public static IEnumerable<int> BlankRows(QuestionInput input) =>
        RowsOf(input.Words, input.Numbers, input.Tolerances, input.UnitWords);

    /// <summary>Rows of places in which something stands, from 0.</summary>
    public static IEnumerable<int> PlaceRows(QuestionInput input) => RowsOf(input.Names, input.Corners);

    /// <summary>Rows of the rubric in which a text stands, from 0.</summary>
    public static IEnumerable<int> RubricRows(QuestionInput input) => RowsOf(input.Rubric);

    private static (QuestionPrompt Prompt, QuestionKey Key) Options(QuestionInput input, QuestionPrompt prompt, QuestionKey key)
    {
        var rows = RowsOf(input.Options).ToList();
        return (
            prompt with { Options = [.. rows.Select(row => Line(At(input.Options, row)))] },
            key with { CorrectOptions = [.. rows.Index().Where(row => input.Right?.Contains(row.Item) is true).Select(row => row.Index)] });
    }

    // A target that is left out takes its number with it: the numbers are those of the rows.
    private static (QuestionPrompt Prompt, QuestionKey Key) Pairs(QuestionInput input, QuestionPrompt prompt, QuestionKey key)
    {
        var (targets, items) = (RowsOf(input.Targets).ToList(), RowsOf(input.Items).ToList());
        return (
            prompt with { Targets = [.. targets.Select(row => Line(At(input.Targets, row)))], Options = [.. items.Select(row => Line(At(input.Items, row)))] },
            key with { Pairs = [.. items.Select(row => targets.IndexOf((Whole(At(input.Matches, row)) ?? 0) - 1))] });
    }

    private static (QuestionPrompt Prompt, QuestionKey Key) Places(QuestionInput input, QuestionPrompt prompt, QuestionKey key)
    {
        var rows = PlaceRows(input).ToList();
        return (
            prompt with { Options = [.. rows.Select(row => Line(At(input.Names, row)))] },
            key with
            {
                Zones = [.. rows.Select(row => ZoneText.Read(At(input.Corners, row)) ?? new Zone([]))],
                CorrectOptions = [.. rows.Index().Where(row => input.RightPlaces?.Contains(row.Item) is true).Select(row => row.Index)],
            });
    }

    private static BlankKey BlankOf(QuestionInput input, int row) => new()
    {
        Accepted = Lines(At(input.Words, row)),
        Value = Number(At(input.Numbers, row)),
        Tolerance = Number(At(input.Tolerances, row)) ?? 0,
        Units = Lines(At(input.UnitWords, row)),
        NeedsUnit = input.NeedsUnit?.Contains(row) is true,
    };

    private static IReadOnlyList<string> Texts(IReadOnlyList<string?>? list) => [.. RowsOf(list).Select(row => Line(At(list, row)))];

    private static IEnumerable<int> RowsOf(params IReadOnlyList<string?>?[] lists) =>
        Enumerable.Range(0, lists.Max(list => list?.Count ?? 0)).Where(row => lists.Any(list => !string.IsNullOrWhiteSpace(At(list, row))));

    private static string Written(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
