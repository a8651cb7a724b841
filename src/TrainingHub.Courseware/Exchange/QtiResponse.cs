using System.Globalization;
using System.Xml.Linq;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>What an item of QTI declares to be right for one interaction: by correct values, by a mapping to points, or only in its processing.</summary>
internal sealed class QtiResponse
{
    private const decimal Greatest = 1_000_000_000_000m;

    private readonly XElement item;
    private readonly XElement? declaration;
    private readonly string name;
    private readonly List<(string Key, decimal Points)> mapped;

    public QtiResponse(XElement item, XElement interaction)
    {
        this.item = item;
        name = interaction.Attribute("responseIdentifier")?.Value.Trim() ?? "";
        declaration = item.Children("responseDeclaration").FirstOrDefault(one => string.Equals(one.Attribute("identifier")?.Value.Trim(), name, StringComparison.Ordinal));
        mapped =
        [
            .. from entry in declaration?.Child("mapping")?.Children("mapEntry") ?? []
               let points = decimal.TryParse(entry.Attribute("mappedValue")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0
               select (ForeignDraft.Clean(entry.Attribute("mapKey")?.Value ?? ""), points),
        ];
    }

    /// <summary><c>single</c>, <c>multiple</c>, <c>ordered</c>; empty: not said.</summary>
    public string Cardinality => declaration?.Attribute("cardinality")?.Value.Trim() ?? "";

    public bool IsNumber => declaration?.Attribute("baseType")?.Value.Trim() is "float" or "integer";

    /// <summary>Whether capitals count, as far as the file says so.</summary>
    public bool HasCase => declaration?.Child("mapping")?.Children("mapEntry").Any(entry => entry.Attribute("caseSensitive")?.Value.Trim() is "true" or "1") is true;

    /// <summary>The right values in their order. A mapping stands in where no value is called right: what earns points is.</summary>
    public List<string> Right(ForeignDraft draft)
    {
        List<string> values = [.. declaration?.Child("correctResponse")?.Children("value").Select(value => ForeignDraft.Clean(value.Value)).Where(value => value.Length > 0) ?? []];
        if (values.Count > 0)
        {
            return values;
        }

        var earning = mapped.Where(entry => entry.Points > 0).ToList();
        if (earning.Count is 0)
        {
            return Processed();
        }

        if (earning.Select(entry => entry.Points).Distinct().Skip(1).Any())
        {
            draft.Note(ForeignFault.WeightsDropped);
        }

        var best = earning.Max(entry => entry.Points);
        return [.. earning.Where(entry => Cardinality is not "single" || entry.Points == best).Select(entry => entry.Key)];
    }

    /// <summary>Words that are taken: the right one and what earns as much.</summary>
    public List<string> Words(ForeignDraft draft)
    {
        var right = Right(draft);
        var best = mapped.Select(entry => entry.Points).DefaultIfEmpty().Max();
        if (mapped.Exists(entry => entry.Points > 0 && entry.Points < best && !right.Contains(entry.Key, StringComparer.Ordinal)))
        {
            draft.Note(ForeignFault.WeightsDropped);
        }

        return [.. right.Concat(mapped.Where(entry => entry.Points > 0 && entry.Points == best).Select(entry => entry.Key)).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The number with how far an answer may be from it, as the processing compares it.</summary>
    public BlankKey NumberOf(decimal number)
    {
        var equal = item.Descendants().FirstOrDefault(element => (element.Is("equal") || element.Is("equalRounded")) && Speaks(element));
        List<decimal> sides = [.. (equal?.Attribute("tolerance")?.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(side => BlankText.Number(side) ?? 0)];
        var (below, above) = (equal?.Attribute("toleranceMode")?.Value.Trim(), sides) switch
        {
            ("absolute", [var one]) => (one, one),
            ("absolute", [var one, var other, ..]) => (one, other),
            ("relative", [var one]) => (Share(one), Share(one)),
            ("relative", [var one, var other, ..]) => (Share(one), Share(other)),
            _ when equal?.Attribute("roundingMode")?.Value.Trim() is "decimalPlaces" && int.TryParse(equal.Attribute("figures")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var figures) && figures <= 20 =>
                (HalfOf(figures), HalfOf(figures)),
            _ => (0m, 0m),
        };
        return below == above
            ? new BlankKey { Value = number, Tolerance = Math.Max(below, 0) }
            : new BlankKey { Value = number + ((above - below) / 2), Tolerance = Math.Max((above + below) / 2, 0) };

        // So many percent of the number; a number that is too great for it is compared exactly.
        decimal Share(decimal percent) => Math.Abs(number) < 1_000_000_000_000m && Math.Abs(percent) < 1_000_000m ? Math.Abs(number) * percent / 100 : 0;
    }

    /// <summary>Patterns that the processing compares with, where nothing else is called right.</summary>
    public string Pattern => item.Descendants().FirstOrDefault(element => element.Is("patternMatch") && Speaks(element))?.Attribute("pattern")?.Value ?? "";

    // <match><variable identifier="R"/><baseValue>B</baseValue></match>, where that earns something: a branch that sets the score to nothing names what is wrong.
    private List<string> Processed() =>
    [
        .. item.Children("responseProcessing").Descendants().Where(element => (element.Is("match") || element.Is("member") || element.Is("contains") || element.Is("stringMatch") || element.Is("equal")) && Speaks(element) && IsMeant(element))
            .SelectMany(element => element.Descendants().Where(value => value.Is("baseValue"))).Select(value => ForeignDraft.Clean(value.Value)).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>A number between two, both included, as the processing compares it; null when it does not.</summary>
    public BlankKey? Range()
    {
        var (from, until) = (Bound("gte", "lte"), Bound("lte", "gte"));
        return (from, until) is ({ } least and > -Greatest, { } most and < Greatest) && least <= most
            ? new BlankKey { Value = (least + most) / 2, Tolerance = (most - least) / 2 }
            : null;
    }

    // The number that the answer is compared with: <gte> the answer first, or the other comparison with the number first.
    private decimal? Bound(string answerFirst, string numberFirst) =>
        item.Children("responseProcessing").Descendants().Where(element => (element.Is(answerFirst) || element.Is(numberFirst)) && Speaks(element) && IsMeant(element))
            .Select(element => element.Elements().ToList()).Where(sides => sides.Count is 2 && sides.Exists(side => side.Is("baseValue")))
            .Select(sides => sides[0].Is("baseValue") == sides[0].Parent?.Is(numberFirst) ? BlankText.Number(sides.First(side => side.Is("baseValue")).Value.Trim()) : null)
            .FirstOrDefault(number => number is not null);

    // Not under a negation, and in a branch that adds to the score; where nothing sets the score at all, in any branch.
    private bool IsMeant(XElement comparison)
    {
        if (comparison.Ancestors().Count(element => element.Is("not")) % 2 is 1)
        {
            return false;
        }

        var branch = comparison.Ancestors().FirstOrDefault(element => element.Is("responseIf") || element.Is("responseElseIf"));
        List<XElement> set = [.. (branch?.Elements() ?? []).Where(SetsScore)];
        return set.Count is 0
            ? !item.Children("responseProcessing").Descendants().Any(SetsScore)
            : set.SelectMany(element => element.Elements()).Any(value => !value.Is("baseValue") || (BlankText.Number(value.Value.Trim()) ?? 1) > 0);
    }

    private static bool SetsScore(XElement element) => element.Is("setOutcomeValue") && element.Attribute("identifier")?.Value.Contains("SCORE", StringComparison.OrdinalIgnoreCase) is true;

    private bool Speaks(XElement comparison) => comparison.Descendants().Any(part => part.Is("variable") && string.Equals(part.Attribute("identifier")?.Value.Trim(), name, StringComparison.Ordinal));

    private static decimal HalfOf(int figures)
    {
        var half = 0.5m;
        for (var at = 0; at < figures; at++)
        {
            half /= 10;
        }

        return half;
    }
}
