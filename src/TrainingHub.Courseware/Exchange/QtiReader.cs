using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Reads an item of QTI 2.1 or 2.2.</summary>
internal sealed class QtiReader
{
    /// <summary>Of elements whose text is ours to the letter.</summary>
    public const string Plain = "th-plain";

    private readonly XElement item;
    private readonly ForeignDraft draft;
    private readonly List<string> pictures = [];

    private QtiReader(XElement item, ForeignDraft draft)
    {
        this.item = item;
        this.draft = draft;
    }

    /// <param name="text">XML that was judged sound.</param>
    /// <param name="number">Its place in the package, from 1.</param>
    /// <param name="where">Its name in the package.</param>
    public static ForeignQuestion Read(string text, int number, string where)
    {
        using var xml = SafeXml.Open(text);
        return new QtiReader(XElement.Load(xml, LoadOptions.PreserveWhitespace), new ForeignDraft(number, 0, where)).Read();
    }

    private ForeignQuestion Read()
    {
        draft.Id = item.Attribute("identifier")?.Value.Trim() ?? "";
        var body = item.Child("itemBody");
        if (body is null)
        {
            draft.Stem = item.Attribute("title")?.Value ?? "";
            draft.Note(ForeignFault.Malformed, "itemBody");
            return draft.Finish();
        }

        draft.Stem = TextOf(body);
        draft.Explanation = string.Join('\n', item.Children("modalFeedback").Select(TextOf).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));
        foreach (var rubric in body.Descendants().Where(element => element.Is("rubricBlock")))
        {
            ReadRubric(rubric);
        }

        List<XElement> interactions = [.. body.Descendants().Where(element => element.Name.LocalName.EndsWith("Interaction", StringComparison.Ordinal) && !element.Is("endAttemptInteraction"))];
        if (interactions.Count > 0 && interactions.TrueForAll(interaction => interaction.Is("textEntryInteraction")))
        {
            ReadBlanks(interactions);
        }
        else if (interactions is [var only])
        {
            ReadInteraction(only);
        }
        else
        {
            draft.Note(ForeignFault.Unsupported, interactions.Count is 0 ? "itemBody" : string.Join(" + ", interactions.Select(interaction => interaction.Name.LocalName).Distinct(StringComparer.Ordinal)));
        }

        if (pictures.Count > 0)
        {
            draft.Note(ForeignFault.PictureLeftOut, pictures[0].Length > 60 ? pictures[0][..60] : pictures[0]);
        }

        return draft.Finish();
    }

    // Ours: what a person marks stands for the scorer, tags for the author.
    private void ReadRubric(XElement rubric)
    {
        var view = rubric.Attribute("view")?.Value ?? "";
        if (view.Contains("author", StringComparison.Ordinal))
        {
            draft.Tags.AddRange(rubric.Children("p").Where(IsPlain).Select(tag => ForeignDraft.Clean(tag.Value)).Where(tag => tag.Length > 0));
        }
        else if (view.Contains("scorer", StringComparison.Ordinal))
        {
            draft.Rubric = RubricText.Read(TextOf(rubric));
        }
    }

    private void ReadInteraction(XElement interaction)
    {
        var correct = CorrectOf(interaction);
        switch (interaction.Name.LocalName)
        {
            case "choiceInteraction":
                ReadChoices(interaction, correct);
                break;
            case "orderInteraction":
                draft.Kind = QuestionKind.Ordering;
                var steps = TextsOf(interaction.Children("simpleChoice"));
                draft.Options = [.. correct.Where(steps.ContainsKey).Select(step => steps[step])];
                if (draft.Options.Count != steps.Count)
                {
                    draft.Note(ForeignFault.AnswerMissing);
                }

                break;
            case "matchInteraction":
                var sets = interaction.Children("simpleMatchSet").Select(set => TextsOf(set.Children("simpleAssociableChoice"))).ToList();
                ReadPairs(sets is [var left, var right] ? left : [], sets.Count is 2 ? sets[1] : [], correct);
                break;
            case "associateInteraction":
                var choices = TextsOf(interaction.Children("simpleAssociableChoice"));
                var first = correct.Select(pair => pair.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
                ReadPairs(choices.Where(choice => first.Contains(choice.Key)).ToDictionary(StringComparer.Ordinal), choices.Where(choice => !first.Contains(choice.Key)).ToDictionary(StringComparer.Ordinal), correct);
                break;
            case "extendedTextInteraction":
                draft.Kind = QuestionKind.Written;
                break;
            default:
                draft.Note(ForeignFault.Unsupported, interaction.Name.LocalName);
                break;
        }
    }

    private void ReadChoices(XElement interaction, List<string> correct)
    {
        List<XElement> choices = [.. interaction.Children("simpleChoice")];
        draft.Options = [.. choices.Select(TextOf)];
        draft.Right = [.. choices.Index().Where(choice => correct.Contains(choice.Item.Attribute("identifier")?.Value ?? "", StringComparer.Ordinal)).Select(choice => choice.Index)];
        var isSingle = interaction.Attribute("maxChoices")?.Value.Trim() is null or "1" || DeclarationOf(interaction)?.Attribute("cardinality")?.Value is "single";
        draft.Kind = isSingle ? QuestionKind.Single : QuestionKind.Multiple;
        if (isSingle && draft.Options is [var yes, var no] && AnswerText.IsTrueFalse(yes, no))
        {
            draft.Kind = QuestionKind.TrueFalse;
        }
        else if (!isSingle && draft.Right.Count is 1)
        {
            draft.Kind = QuestionKind.Single;
            draft.Note(ForeignFault.TakenAsSingle);
        }
    }

    private void ReadPairs(Dictionary<string, string> left, Dictionary<string, string> right, List<string> correct)
    {
        draft.Kind = QuestionKind.Matching;
        List<string[]> pairs = [.. correct.Select(pair => pair.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(pair => pair.Length is 2)];
        foreach (var (option, text) in left)
        {
            var own = pairs.Where(pair => pair.Contains(option, StringComparer.Ordinal)).Select(pair => string.Equals(pair[0], option, StringComparison.Ordinal) ? pair[1] : pair[0]).Where(right.ContainsKey).ToList();
            if (own is [var target])
            {
                draft.Pair(text, right[target]);
            }
            else
            {
                draft.Note(ForeignFault.PairsMissing, text);
            }
        }

        foreach (var target in right.Values)
        {
            draft.Pair("", target);
        }
    }

    private void ReadBlanks(List<XElement> interactions)
    {
        draft.Kind = QuestionKind.FillIn;
        foreach (var interaction in interactions)
        {
            var declaration = DeclarationOf(interaction);
            List<string> words =
            [
                .. CorrectOf(interaction),
                .. declaration?.Child("mapping")?.Children("mapEntry").Where(entry => decimal.TryParse(entry.Attribute("mappedValue")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0)
                    .Select(entry => ForeignDraft.Clean(entry.Attribute("mapKey")?.Value ?? "")) ?? [],
            ];
            words = [.. words.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)];
            draft.Blanks.Add(declaration?.Attribute("baseType")?.Value is "float" or "integer" && words is [var only] && BlankText.Number(only) is { } number
                ? new BlankKey { Value = number, Tolerance = ToleranceOf(declaration) }
                : new BlankKey { Accepted = words });
        }
    }

    private decimal ToleranceOf(XElement declaration)
    {
        var name = declaration.Attribute("identifier")?.Value ?? "";
        var equal = item.Descendants().FirstOrDefault(element => element.Is("equal") && element.Attribute("toleranceMode")?.Value is "absolute"
            && element.Descendants().Any(part => string.Equals(part.Attribute("identifier")?.Value, name, StringComparison.Ordinal)));
        return BlankText.Number(equal?.Attribute("tolerance")?.Value.Split(' ')[0] ?? "") is { } tolerance and > 0 ? tolerance : 0;
    }

    private Dictionary<string, string> TextsOf(IEnumerable<XElement> choices) =>
        choices.DistinctBy(choice => choice.Attribute("identifier")?.Value, StringComparer.Ordinal).ToDictionary(choice => choice.Attribute("identifier")?.Value ?? "", TextOf, StringComparer.Ordinal);

    private XElement? DeclarationOf(XElement interaction)
    {
        var name = interaction.Attribute("responseIdentifier")?.Value ?? "";
        return item.Children("responseDeclaration").FirstOrDefault(declaration => string.Equals(declaration.Attribute("identifier")?.Value, name, StringComparison.Ordinal));
    }

    private List<string> CorrectOf(XElement interaction) =>
        [.. DeclarationOf(interaction)?.Child("correctResponse")?.Children("value").Select(value => ForeignDraft.Clean(value.Value)) ?? []];

    private string TextOf(XElement element)
    {
        List<XElement> plain = [.. element.Elements().Where(IsPlain)];
        var text = new StringBuilder();
        if (plain.Count > 0)
        {
            foreach (var (index, part) in plain.Index())
            {
                text.Append(index is 0 ? "" : "\n");
                Append(text, part, isHtml: false);
            }

            return ForeignDraft.Clean(text.ToString());
        }

        Append(text, element, isHtml: true);
        return MarkedText.Read(draft, "html", text.ToString(), pictures);
    }

    private static bool IsPlain(XElement element) => element.Attribute("class")?.Value is Plain;

    // The words of an element: gaps as lines, what is asked within an interaction as a paragraph, nothing of its choices.
    private static void Append(StringBuilder text, XElement element, bool isHtml)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(isHtml ? WebUtility.HtmlEncode(words.Value) : words.Value);
                    break;
                case XElement gap when gap.Is("textEntryInteraction"):
                    text.Append(ForeignDraft.Blank);
                    break;
                case XElement interaction when interaction.Name.LocalName.EndsWith("Interaction", StringComparison.Ordinal):
                    if (interaction.Child("prompt") is { } prompt)
                    {
                        text.Append("<p>");
                        Append(text, prompt, isHtml);
                        text.Append("</p>");
                    }

                    break;
                case XElement hidden when hidden.Is("rubricBlock") || hidden.Is("feedbackBlock") || hidden.Is("feedbackInline"):
                    break;
                case XElement inner when isHtml:
                    var source = inner.Attribute("src")?.Value ?? inner.Attribute("data")?.Value;
                    var name = inner.Is("object") && source is not null ? "img" : inner.Name.LocalName;
                    text.Append('<').Append(name).Append(source is null ? "" : $" src=\"{WebUtility.HtmlEncode(source)}\"").Append('>');
                    Append(text, inner, isHtml: true);
                    text.Append(name is "img" or "br" ? "" : $"</{name}>");
                    break;
                case XElement inner:
                    Append(text, inner, isHtml: false);
                    break;
                default:
                    break;
            }
        }
    }
}
