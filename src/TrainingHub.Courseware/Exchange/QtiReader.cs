using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Reads an item of QTI 2.1 or 2.2.</summary>
internal sealed partial class QtiReader
{
    /// <summary>Of elements whose text is ours to the letter.</summary>
    public const string Plain = "th-plain";

    private readonly XElement item;
    private readonly ForeignDraft draft;
    private readonly Func<FoundPicture, QuestionPicture?> take;
    private readonly List<FoundPicture> pictures = [];
    private readonly List<FoundPicture> others = [];

    private QtiReader(XElement item, ForeignDraft draft, PictureBag bag, Func<string, byte[]?> find)
    {
        this.item = item;
        this.draft = draft;
        take = picture => bag.Take(draft, picture, PictureBag.DataOf(picture.Address) ?? find(picture.Address));
    }

    /// <param name="text">XML that was judged sound.</param>
    /// <param name="number">Its place in the package, from 1.</param>
    /// <param name="where">Its name in the package.</param>
    /// <param name="bag">Takes its pictures.</param>
    /// <param name="find">Bytes of a file by its address, as seen from the item; null: there is none.</param>
    public static ForeignQuestion Read(string text, int number, string where, PictureBag bag, Func<string, byte[]?> find)
    {
        using var xml = SafeXml.Open(text);
        var root = XElement.Load(xml, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        var place = where.Length > 0 ? where : root.Attribute("identifier")?.Value.Trim() ?? "";
        return new QtiReader(root, new ForeignDraft(number, ((IXmlLineInfo)root).LineNumber, place), bag, find).Read();
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

        draft.Stem = TextOf(body, pictures);
        if (draft.Stem.Length is 0)
        {
            // Some editors have the question in the title alone.
            draft.Stem = ForeignDraft.Clean(item.Attribute("title")?.Value ?? "");
        }

        RefuseWhatIsNotFixed();
        foreach (var rubric in body.Descendants().Where(element => element.Is("rubricBlock")))
        {
            ReadRubric(rubric);
        }

        ReadInteractions(body);
        ReadFeedback(body);
        draft.NotePoints(item.Children("outcomeDeclaration").FirstOrDefault(outcome => outcome.Attribute("identifier")?.Value.Trim() is "MAXSCORE")?.Child("defaultValue")?.Child("value")?.Value);
        draft.TakePicture(pictures, take);
        draft.RefusePictures(others);
        return draft.Finish();
    }

    private void ReadInteractions(XElement body)
    {
        List<XElement> interactions = [.. body.Descendants().Where(IsInteraction)];
        if (interactions.Count > 0 && interactions.TrueForAll(interaction => interaction.Is("textEntryInteraction")))
        {
            ReadBlanks(interactions);
        }
        else if (interactions is [var only])
        {
            ReadInteraction(only, new QtiResponse(item, only));
        }
        else
        {
            draft.Note(ForeignFault.Unsupported, interactions.Count is 0 ? "itemBody" : string.Join(" + ", interactions.Select(interaction => interaction.Name.LocalName).Distinct(StringComparer.Ordinal)));
        }
    }

    // Items that change with every sitting, that go on after an answer, or that ask about a text which lies elsewhere.
    private void RefuseWhatIsNotFixed()
    {
        if (item.Children("templateDeclaration").Any())
        {
            draft.Note(ForeignFault.Unsupported, "templateDeclaration");
        }

        if (item.Attribute("adaptive")?.Value.Trim() is "true" or "1")
        {
            draft.Note(ForeignFault.Unsupported, "adaptive");
        }

        if (item.Children("assessmentStimulusRef").Any())
        {
            draft.Note(ForeignFault.Unsupported, "assessmentStimulusRef");
        }
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
            draft.Rubric = RubricText.Read(TextOf(rubric, null));
        }
    }

    private void ReadFeedback(XElement body)
    {
        var general = item.Children("modalFeedback").Concat(body.Descendants().Where(element => element.Is("feedbackBlock")));
        List<string> said = [.. general.Select(element => TextOf(element, null)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal)];
        draft.Explanation = string.Join('\n', said);
        Demand(said.Count < 2, ForeignFault.FeedbackJoined);
        foreach (var feedback in body.Descendants().Where(element => element.Is("feedbackInline")))
        {
            var choice = feedback.Ancestors().FirstOrDefault(element => element.Is("simpleChoice"));
            draft.Join(choice is null ? "反馈" : ForeignDraft.Quote(TextOf(choice, [])), TextOf(feedback, null));
        }
    }

    private void ReadInteraction(XElement interaction, QtiResponse response)
    {
        switch (interaction.Name.LocalName)
        {
            case "choiceInteraction":
                ReadChoices(interaction, interaction.Children("simpleChoice"), response);
                break;
            case "inlineChoiceInteraction":
                ReadChoices(interaction, interaction.Children("inlineChoice"), response);
                break;
            case "orderInteraction":
                ReadSteps(interaction, response.Right(draft));
                break;
            case "matchInteraction":
                var sets = interaction.Children("simpleMatchSet").Select(set => TextsOf(set.Children("simpleAssociableChoice"))).ToList();
                ReadPairs(sets is [var left, var right] ? left : [], sets.Count is 2 ? sets[1] : [], response.Right(draft));
                break;
            case "associateInteraction":
                var correct = response.Right(draft);
                var choices = TextsOf(interaction.Children("simpleAssociableChoice"));
                var first = correct.Select(pair => pair.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
                ReadPairs(choices.Where(choice => first.Contains(choice.Key)).ToDictionary(StringComparer.Ordinal), choices.Where(choice => !first.Contains(choice.Key)).ToDictionary(StringComparer.Ordinal), correct);
                break;
            case "gapMatchInteraction" when GapsOf(interaction).Count > 0:
                ReadGaps(interaction, response.Right(draft));
                break;
            case "hottextInteraction" when interaction.Descendants().Any(element => element.Is("hottext")):
                ReadChoices(interaction, interaction.Descendants().Where(element => element.Is("hottext")), response);
                break;
            case "hotspotInteraction":
                ReadPlaces(interaction, response);
                break;
            case "extendedTextInteraction":
                draft.Kind = QuestionKind.Written;
                break;
            default:
                draft.Note(ForeignFault.Unsupported, interaction.Name.LocalName);
                break;
        }
    }

    private void ReadChoices(XElement interaction, IEnumerable<XElement> elements, QtiResponse response)
    {
        List<XElement> choices = [.. elements];
        var correct = response.Right(draft);
        draft.Options = [.. choices.Select(choice => TextOf(choice, others))];
        draft.Right = [.. choices.Index().Where(choice => correct.Contains(NameOf(choice.Item), StringComparer.Ordinal)).Select(choice => choice.Index)];
        if (correct.Count > draft.Right.Count)
        {
            draft.Note(ForeignFault.AnswerOutOfRange, string.Join(' ', correct));
        }

        var isSingle = response.Cardinality is { Length: > 0 } cardinality ? cardinality is "single" : interaction.Attribute("maxChoices")?.Value.Trim() is null or "1";
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

    private void ReadSteps(XElement interaction, List<string> correct)
    {
        draft.Kind = QuestionKind.Ordering;
        var steps = TextsOf(interaction.Children("simpleChoice"));
        draft.Options = [.. correct.Where(steps.ContainsKey).Distinct(StringComparer.Ordinal).Select(step => steps[step])];
        if (draft.Options.Count != steps.Count)
        {
            draft.Note(ForeignFault.AnswerMissing);
        }
    }

    private void ReadPairs(Dictionary<string, string> left, Dictionary<string, string> right, List<string> correct)
    {
        draft.Kind = QuestionKind.Matching;
        var pairs = correct.Select(pair => pair.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(pair => pair.Length is 2).ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var back = correct.Select(pair => pair.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(pair => pair.Length is 2).ToLookup(pair => pair[1], pair => pair[0], StringComparer.Ordinal);

        // Each on the left has one partner on the right; else the other way round.
        if (!left.Keys.All(option => OwnOf(option, right).Count is 1) && right.Count > 0 && right.Keys.All(option => OwnOf(option, left).Count is 1))
        {
            (left, right) = (right, left);
        }

        foreach (var (option, text) in left)
        {
            if (OwnOf(option, right) is [var target])
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

        List<string> OwnOf(string option, Dictionary<string, string> among) => [.. pairs[option].Concat(back[option]).Where(among.ContainsKey).Distinct(StringComparer.Ordinal)];
    }

    // One gap is a choice among its words; several are paired with them.
    private void ReadGaps(XElement interaction, List<string> correct)
    {
        List<XElement> words = [.. interaction.Children("gapText")];
        if (interaction.Children("gapImg").Any())
        {
            draft.Note(ForeignFault.Unsupported, "gapImg");
        }
        else if (GapsOf(interaction) is [var only])
        {
            draft.Kind = QuestionKind.Single;
            draft.Options = [.. words.Select(word => TextOf(word, others))];
            draft.Right = [.. words.Index().Where(word => correct.Exists(pair => pair.Split(' ', StringSplitOptions.RemoveEmptyEntries).SequenceEqual([NameOf(word.Item), NameOf(only)], StringComparer.Ordinal))).Select(word => word.Index)];
        }
        else
        {
            ReadPairs(GapsOf(interaction).Index().DistinctBy(gap => NameOf(gap.Item), StringComparer.Ordinal).ToDictionary(gap => NameOf(gap.Item), gap => ForeignDraft.GapName(gap.Index), StringComparer.Ordinal), TextsOf(words), correct);
        }
    }

    private static List<XElement> GapsOf(XElement interaction) => [.. interaction.Descendants().Where(element => element.Is("gap"))];

    private void ReadPlaces(XElement interaction, QtiResponse response)
    {
        draft.Kind = QuestionKind.Hotspot;
        var image = interaction.Children("object").Concat(interaction.Children("img")).FirstOrDefault();
        var shown = new FoundPicture(image?.Attribute("data")?.Value ?? image?.Attribute("src")?.Value ?? "", image?.Attribute("alt")?.Value ?? image?.Value ?? "");
        draft.TakePicture([.. pictures, shown], take);
        pictures.Clear();
        List<XElement> choices = [.. interaction.Children("hotspotChoice")];
        var correct = response.Right(draft);
        draft.Right = [.. choices.Index().Where(choice => correct.Contains(NameOf(choice.Item), StringComparer.Ordinal)).Select(choice => choice.Index)];
        var (width, height) = (Pixels(image, "width") ?? draft.Picture?.Width ?? 0, Pixels(image, "height") ?? draft.Picture?.Height ?? 0);
        foreach (var (at, choice) in choices.Index())
        {
            var label = ForeignDraft.Clean(choice.Attribute("hotspotLabel")?.Value ?? "");
            if (label.Length is 0)
            {
                draft.Note(ForeignFault.PlaceNamesMissing);
            }

            draft.Options.Add(label.Length > 0 ? label : FormattableString.Invariant($"位置{at + 1}"));
            if (QtiShape.Read(choice.Attribute("shape")?.Value ?? "", choice.Attribute("coords")?.Value ?? "", width, height) is { } zone)
            {
                draft.Zones.Add(zone);
            }
            else if (draft.Picture is not null)
            {
                draft.Note(ForeignFault.ZoneUnreadable, $"{choice.Attribute("shape")?.Value} {choice.Attribute("coords")?.Value}");
            }
        }

        TakeExactZones(width, height);
    }

    // Ours: pixels of a small picture are coarser than thousandths. What stands in the tag counts as long as it is what the pixels say.
    private void TakeExactZones(int width, int height)
    {
        if (draft.Tags.Find(tag => tag.StartsWith(QtiWriter.ZonesTag, StringComparison.Ordinal)) is not { } exact)
        {
            return;
        }

        draft.Tags.Remove(exact);
        List<Zone> zones = [.. exact[QtiWriter.ZonesTag.Length..].Split('|').Select(ZoneText.Read).OfType<Zone>()];
        if (zones.Count == draft.Zones.Count && zones.Zip(draft.Zones).All(pair => QtiShape.Write(pair.First, width, height) == QtiShape.Write(pair.Second, width, height)))
        {
            draft.Zones = zones;
        }
    }

    private void ReadBlanks(List<XElement> interactions)
    {
        draft.Kind = QuestionKind.FillIn;
        foreach (var interaction in interactions)
        {
            var response = new QtiResponse(item, interaction);
            var words = response.Words(draft);
            if (words.Count is 0 && response.Pattern is { Length: > 0 } pattern)
            {
                // A pattern that only lists words is a list of words.
                words = Alternatives().IsMatch(pattern) ? [.. pattern.Trim('^', '$', '(', ')').Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)] : [];
                Demand(words.Count > 0, ForeignFault.AnswerUnknown, pattern);
            }

            if (interaction.Attribute("patternMask")?.Value is { Length: > 0 } mask)
            {
                draft.Note(ForeignFault.PatternIgnored, mask);
            }

            Demand(!response.HasCase, ForeignFault.CaseIgnored);
            draft.Blanks.Add(KeyOf(response, words));
        }
    }

    private static BlankKey KeyOf(QtiResponse response, List<string> words) => words switch
    {
        [] when response.IsNumber && response.Range() is { } range => range,
        [var only] when response.IsNumber && BlankText.Number(only) is { } number => response.NumberOf(number),
        _ => new BlankKey { Accepted = words },
    };

    private void Demand(bool holds, ForeignFault otherwise, string detail = "")
    {
        if (!holds)
        {
            draft.Note(otherwise, detail);
        }
    }

    private Dictionary<string, string> TextsOf(IEnumerable<XElement> choices) =>
        choices.DistinctBy(NameOf, StringComparer.Ordinal).ToDictionary(NameOf, choice => TextOf(choice, others), StringComparer.Ordinal);

    private string TextOf(XElement element, List<FoundPicture>? found)
    {
        List<XElement> plain = [.. element.Elements().Where(IsPlain)];
        var text = new StringBuilder();
        if (plain.Count > 0)
        {
            found?.AddRange(element.Elements().Where(part => part.Is("div") && !IsPlain(part)).Elements().Where(picture => picture.Is("img")).Select(picture => new FoundPicture(picture.Attribute("src")?.Value ?? "", picture.Attribute("alt")?.Value ?? "")));
            foreach (var (index, part) in plain.Index())
            {
                text.Append(index is 0 ? "" : "\n");
                Append(text, part, isHtml: false);
            }

            return ForeignDraft.Clean(text.ToString());
        }

        Append(text, element, isHtml: true);
        return MarkedText.Read(draft, "html", text.ToString(), found);
    }

    private static string NameOf(XElement choice) => choice.Attribute("identifier")?.Value.Trim() ?? "";

    private static int? Pixels(XElement? image, string side) => BlankText.Number((image?.Attribute(side)?.Value ?? "").Replace("px", "", StringComparison.Ordinal).Trim()) is { } pixels and >= 1 and <= 100_000 ? (int)pixels : null;

    private static bool IsPlain(XElement element) => element.Attribute("class")?.Value is Plain;

    private static bool IsInteraction(XElement element) => element.Name.LocalName.EndsWith("Interaction", StringComparison.Ordinal) && !element.Is("endAttemptInteraction");

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
                case XElement gap when gap.Is("textEntryInteraction") || gap.Is("inlineChoiceInteraction"):
                    text.Append(ForeignDraft.Blank);
                    break;
                case XElement hot when hot.Is("hottext"):
                    Append(text, hot, isHtml);
                    break;
                case XElement gap when gap.Is("gap"):
                    text.Append(GapOf(gap));
                    break;
                case XElement interaction when IsInteraction(interaction) || interaction.Is("endAttemptInteraction"):
                    if (interaction.Child("prompt") is { } prompt)
                    {
                        text.Append("<p>");
                        Append(text, prompt, isHtml);
                        text.Append("</p>");
                    }

                    if (interaction.Is("gapMatchInteraction") || interaction.Is("hottextInteraction"))
                    {
                        // What is asked stands within it.
                        Append(text, new XElement("div", interaction.Nodes().Where(part => part is not XElement child || !(child.Is("prompt") || child.Is("gapText") || child.Is("gapImg")))), isHtml);
                    }

                    break;
                case XElement hidden when hidden.Is("rubricBlock") || hidden.Is("feedbackBlock") || hidden.Is("feedbackInline"):
                    break;
                case XElement inner when isHtml:
                    AppendElement(text, inner);
                    break;
                case XElement inner:
                    Append(text, inner, isHtml: false);
                    break;
                default:
                    break;
            }
        }
    }

    // Where there are several they have numbers, by which they are paired with words.
    private static string GapOf(XElement gap)
    {
        var all = gap.Ancestors().LastOrDefault()?.Descendants().Where(element => element.Is("gap")).ToList() ?? [];
        return all.Count > 1 ? ForeignDraft.GapName(all.IndexOf(gap)) + ForeignDraft.Blank : ForeignDraft.Blank;
    }

    // An object is a picture here: whether it is one is judged by its bytes.
    private static void AppendElement(StringBuilder text, XElement inner)
    {
        var source = inner.Attribute("src")?.Value ?? inner.Attribute("data")?.Value;
        var name = inner.Is("object") && source is not null ? "img" : inner.Name.LocalName;
        var alt = name is "img" ? inner.Attribute("alt")?.Value ?? inner.Value.Trim() : "";
        text.Append('<').Append(name);
        if (source is not null)
        {
            text.Append(" src=\"").Append(WebUtility.HtmlEncode(source)).Append("\" alt=\"").Append(WebUtility.HtmlEncode(alt)).Append('"');
        }

        text.Append('>');
        if (name is "img" or "br")
        {
            return;
        }

        Append(text, inner, isHtml: true);
        text.Append("</").Append(name).Append('>');
    }

    [GeneratedRegex(@"^\^?\(?[^\\\[\]{}().*+?^$]+\)?\$?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alternatives();
}
