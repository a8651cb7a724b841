using System.Globalization;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>
/// What formats of others have no field for travels as tags: <c>clause:slug@edition#number</c> and its like (<see cref="BasisText"/>),
/// <c>use:practice</c>, <c>difficulty:2</c>, <c>point:疏散</c>, <c>source:…</c>, <c>characters:800</c>, <c>gaps:4,6</c> (how long the lines of blanks are).
/// A tag of the question itself that begins like a clause goes out behind <c>tag:</c>, since every clause that comes is one more basis.
/// </summary>
internal static class ExchangeTags
{
    private const string Itself = "tag:";

    /// <summary>All tags of a question that goes out, those for its fields first.</summary>
    public static IEnumerable<string> Of(ForeignQuestion question) =>
    [
        .. BasisText.Lines(question.Basis),
        .. question.Use is { } use ? [$"use:{Word(use)}"] : Array.Empty<string>(),
        .. question.Difficulty > 0 ? [$"difficulty:{question.Difficulty.ToString(CultureInfo.InvariantCulture)}"] : Array.Empty<string>(),
        .. question.MostCharacters > 0 ? [$"characters:{question.MostCharacters.ToString(CultureInfo.InvariantCulture)}"] : Array.Empty<string>(),
        .. question.Kind is QuestionKind.FillIn && GapsOf(question.Stem) is var gaps && gaps.Any(gap => gap != ForeignDraft.Blank.Length) ? [$"gaps:{string.Join(',', gaps)}"] : Array.Empty<string>(),
        .. question.Source.Length > 0 ? [$"source:{question.Source}"] : Array.Empty<string>(),
        .. question.Points.Select(point => $"point:{point}"),
        .. Own(question),
    ];

    /// <summary>The tags of the question itself, as they go out.</summary>
    public static IReadOnlyList<string> Own(ForeignQuestion question) => [.. question.Tags.Select(tag => IsMistakable(tag) ? Itself + tag : tag)];

    /// <summary>Takes out of the tags what belongs into fields. What only looks like it stays a tag, and so does what a field has already.</summary>
    public static void Apply(ForeignDraft draft)
    {
        var own = draft.Tags.Where(tag => !IsTaken(draft, tag)).Select(tag => tag.StartsWith(Itself, StringComparison.Ordinal) && IsMistakable(tag[Itself.Length..]) ? tag[Itself.Length..] : tag).ToList();
        draft.Tags.Clear();
        draft.Tags.AddRange(own);
    }

    public static string Word(QuestionUse use) => use switch
    {
        QuestionUse.Practice => "practice",
        QuestionUse.Examination => "examination",
        _ => "both",
    };

    private static bool IsMistakable(string tag) => tag.StartsWith("clause:", StringComparison.Ordinal) || tag.StartsWith(Itself, StringComparison.Ordinal);

    private static bool IsTaken(ForeignDraft draft, string tag)
    {
        var colon = tag.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == tag.Length - 1)
        {
            return false;
        }

        var value = tag[(colon + 1)..].Trim();
        switch (tag[..colon])
        {
            case "clause" or "statement" or "document" when BasisText.IsExact(tag) && !BasisText.IsExact(draft.Basis):
                draft.Basis = tag;
                return true;
            case "clause" when BasisText.IsExact(tag) && BasisText.ReadClause(BasisText.Lines(draft.Basis)[0]) is not null:
                draft.Basis += $"\n{tag}";
                return true;
            case "use" when draft.Use is null && value is "practice" or "examination" or "both":
                draft.Use = value switch { "practice" => QuestionUse.Practice, "examination" => QuestionUse.Examination, _ => QuestionUse.Both };
                return true;
            case "difficulty" when draft.Difficulty is 0 && value is "1" or "2" or "3":
                draft.Difficulty = value[0] - '0';
                return true;
            case "characters" when draft.MostCharacters is 0 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var characters) && characters is > 0 and <= 20_000:
                draft.MostCharacters = characters;
                return true;
            case "gaps" when draft.Kind is QuestionKind.FillIn && LengthsOf(value) is { Count: > 0 } lengths && GapsOf(draft.Stem).Count == lengths.Count:
                var place = 0;
                draft.Stem = ForeignRule.Gap().Replace(draft.Stem, _ => new string('_', lengths[place++]));
                return true;
            case "source" when draft.Source.Length is 0:
                draft.Source = value;
                return true;
            case "point":
                draft.Points.Add(value);
                return true;
            default:
                return false;
        }
    }

    private static List<int> GapsOf(string stem) => [.. ForeignRule.Gap().Matches(stem).Select(gap => gap.Length)];

    private static List<int> LengthsOf(string value)
    {
        List<int> lengths = [.. value.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is >= 3 and <= 200 ? length : 0)];
        return lengths.Contains(0) ? [] : lengths;
    }
}
