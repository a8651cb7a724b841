using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Writes an item of QTI 2.1 or 2.2. Of what is used here the two differ in their names alone.</summary>
internal static class QtiWriter
{
    private static readonly XNamespace Space = "http://www.imsglobal.org/xsd/imsqti_v2p1";
    private static readonly XNamespace Space22 = "http://www.imsglobal.org/xsd/imsqti_v2p2";

    /// <summary>With what the tag begins that has the places of a picture to the thousandth.</summary>
    public const string ZonesTag = "zones:";

    private const string Templates = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/";
    private const string Templates22 = "http://www.imsglobal.org/question/qti_v2p2/rptemplates/";

    private const string MatchCorrect = "match_correct";

    /// <param name="format">One of the two.</param>
    /// <param name="question">Such as the format carries.</param>
    public static string Write(ExchangeFormat format, ForeignQuestion question)
    {
        var item = new XElement(
            Space + "assessmentItem",
            new XAttribute("identifier", question.Id), new XAttribute("title", question.Id), new XAttribute("adaptive", "false"), new XAttribute("timeDependent", "false"),
            Declarations(question),
            new XElement(Space + "outcomeDeclaration", new XAttribute("identifier", "SCORE"), new XAttribute("cardinality", "single"), new XAttribute("baseType", "float")),
            new XElement(Space + "outcomeDeclaration", new XAttribute("identifier", "FEEDBACK"), new XAttribute("cardinality", "single"), new XAttribute("baseType", "identifier")),
            Body(question),
            Processing(question),
            question.Explanation.Length is 0 ? null : new XElement(
                Space + "modalFeedback", new XAttribute("outcomeIdentifier", "FEEDBACK"), new XAttribute("identifier", "EXPLANATION"), new XAttribute("showHide", "show"), Plain("p", question.Explanation)));
        if (format is ExchangeFormat.Qti22)
        {
            foreach (var element in item.DescendantsAndSelf())
            {
                element.Name = Space22 + element.Name.LocalName;
                element.Attribute("template")?.SetValue(Templates22 + MatchCorrect);
            }
        }

        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + item.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static IEnumerable<XElement> Declarations(ForeignQuestion question) => question.Kind switch
    {
        QuestionKind.Hotspot => [Declaration("RESPONSE", "multiple", "identifier", question.Right.Select(Name))],
        QuestionKind.Single or QuestionKind.TrueFalse => [Declaration("RESPONSE", "single", "identifier", question.Right.Select(Name))],
        QuestionKind.Multiple => [Declaration("RESPONSE", "multiple", "identifier", question.Right.Select(Name))],
        QuestionKind.Ordering => [Declaration("RESPONSE", "ordered", "identifier", question.Options.Select((_, place) => Name(place)))],
        QuestionKind.Matching => [Declaration("RESPONSE", "multiple", "directedPair", question.Pairs.Select((target, place) => $"{Name(place)} T{Number(target + 1)}"))],
        QuestionKind.Written => [Declaration("RESPONSE", "single", "string", [])],
        QuestionKind.FillIn => question.Blanks.Select((blank, place) => Blank($"RESPONSE{Number(place + 1)}", blank)),
        _ => throw new UnreachableException(),
    };

    private static XElement Declaration(string name, string cardinality, string type, IEnumerable<string> correct)
    {
        List<XElement> values = [.. correct.Select(value => new XElement(Space + "value", value))];
        return new XElement(
            Space + "responseDeclaration", new XAttribute("identifier", name), new XAttribute("cardinality", cardinality), new XAttribute("baseType", type),
            values.Count is 0 ? null : new XElement(Space + "correctResponse", values));
    }

    private static XElement Blank(string name, BlankKey blank)
    {
        if (blank.Value is { } value)
        {
            return Declaration(name, "single", "float", [BlankText.Write(value)]);
        }

        var declaration = Declaration(name, "single", "string", blank.Accepted.Take(1));
        declaration.Add(new XElement(
            Space + "mapping", new XAttribute("defaultValue", "0"),
            blank.Accepted.Select(word => new XElement(Space + "mapEntry", new XAttribute("mapKey", word), new XAttribute("mappedValue", "1")))));
        return declaration;
    }

    private static XElement Body(ForeignQuestion question)
    {
        var body = new XElement(Space + "itemBody");
        body.Add(question.Kind is QuestionKind.FillIn ? Gaps(question) : Plain("div", question.Stem));
        body.Add(new XElement(Space + "rubricBlock", new XAttribute("view", "author"), ExchangeTags.Of(question).Concat(ZonesOf(question)).Select(tag => Plain("p", tag))));
        if (question is { Picture: { } picture, Kind: not QuestionKind.Hotspot })
        {
            // Right behind the stem.
            body.Elements().First().AddAfterSelf(new XElement(Space + "div", new XElement(
                Space + "img", new XAttribute("src", QtiPackage.AddressOf(picture)), new XAttribute("alt", picture.Alt), new XAttribute("width", Number(picture.Width)), new XAttribute("height", Number(picture.Height)))));
        }

        if (question.Rubric.Count > 0)
        {
            body.Add(new XElement(Space + "rubricBlock", new XAttribute("view", "scorer"), Plain("div", RubricText.Write(question.Rubric))));
        }

        body.Add(question.Kind switch
        {
            QuestionKind.Single => Choices("choiceInteraction", question.Options, 1),
            QuestionKind.TrueFalse => Choices("choiceInteraction", ["正确", "错误"], 1),
            QuestionKind.Multiple => Choices("choiceInteraction", question.Options, 0),
            QuestionKind.Ordering => Choices("orderInteraction", question.Options, null),
            QuestionKind.Matching => Match(question),
            QuestionKind.Hotspot when question.Picture is { } shown => Places(question, shown),
            QuestionKind.Written => new XElement(Space + "extendedTextInteraction", Response("RESPONSE")),
            _ => null,
        });
        return body;
    }

    private static XElement Places(ForeignQuestion question, QuestionPicture picture) => new(
        Space + "hotspotInteraction", Response("RESPONSE"), new XAttribute("maxChoices", "0"),
        new XElement(
            Space + "object", new XAttribute("type", picture.Type), new XAttribute("data", QtiPackage.AddressOf(picture)), new XAttribute("width", Number(picture.Width)), new XAttribute("height", Number(picture.Height)), picture.Alt),
        question.Options.Zip(question.Zones).Select((place, index) =>
        {
            var (shape, coordinates) = QtiShape.Write(place.Second, picture.Width, picture.Height);
            return new XElement(
                Space + "hotspotChoice", new XAttribute("identifier", Name(index)), new XAttribute("shape", shape), new XAttribute("coords", coordinates), new XAttribute("hotspotLabel", place.First));
        }));

    // Pixels of a small picture are coarser than thousandths.
    private static IEnumerable<string> ZonesOf(ForeignQuestion question) =>
        question.Kind is QuestionKind.Hotspot ? [ZonesTag + string.Join('|', question.Zones.Select(zone => string.Join(' ', zone.Corners.Select(corner => $"{Number(corner.X)},{Number(corner.Y)}"))))] : [];

    private static XElement Gaps(ForeignQuestion question)
    {
        var stem = new XElement(Space + "div", new XAttribute("class", QtiReader.Plain));
        foreach (var (place, piece) in ForeignRule.Gap().Split(question.Stem).Index())
        {
            if (place > 0)
            {
                stem.Add(new XElement(Space + "textEntryInteraction", Response($"RESPONSE{Number(place)}")));
            }

            stem.Add(new XText(piece));
        }

        return stem;
    }

    private static XElement Choices(string interaction, IReadOnlyList<string> options, int? most) => new(
        Space + interaction, Response("RESPONSE"), new XAttribute("shuffle", "true"), most is { } number ? new XAttribute("maxChoices", Number(number)) : null,
        options.Select((option, place) => new XElement(Space + "simpleChoice", new XAttribute("identifier", Name(place)), Plain("span", option))));

    private static XElement Match(ForeignQuestion question) => new(
        Space + "matchInteraction", Response("RESPONSE"), new XAttribute("shuffle", "true"), new XAttribute("maxAssociations", "0"),
        Set(question.Options, Name, "1"), Set(question.Targets, place => $"T{Number(place + 1)}", "0"));

    private static XElement Set(IReadOnlyList<string> texts, Func<int, string> name, string most) => new(
        Space + "simpleMatchSet",
        texts.Select((text, place) => new XElement(Space + "simpleAssociableChoice", new XAttribute("identifier", name(place)), new XAttribute("matchMax", most), Plain("span", text))));

    // A number is compared with its tolerance; the rest by the templates that every reader of QTI knows.
    private static XElement Processing(ForeignQuestion question) => question.Kind is QuestionKind.FillIn
        ? new XElement(Space + "responseProcessing", question.Blanks.Index().Where(blank => blank.Item.Value is not null).Select(blank => Compared($"RESPONSE{Number(blank.Index + 1)}", blank.Item)))
        : new XElement(Space + "responseProcessing", new XAttribute("template", Templates + MatchCorrect));

    private static XElement Compared(string name, BlankKey blank)
    {
        var tolerance = BlankText.Write(blank.Tolerance);
        return new XElement(
            Space + "responseCondition",
            new XElement(
                Space + "responseIf",
                new XElement(
                    Space + "equal", new XAttribute("toleranceMode", "absolute"), new XAttribute("tolerance", $"{tolerance} {tolerance}"),
                    new XElement(Space + "variable", new XAttribute("identifier", name)), new XElement(Space + "correct", new XAttribute("identifier", name))),
                new XElement(Space + "setOutcomeValue", new XAttribute("identifier", "SCORE"), new XElement(Space + "baseValue", new XAttribute("baseType", "float"), "1"))));
    }

    private static XAttribute Response(string name) => new("responseIdentifier", name);

    private static XElement Plain(string element, string text) => new(Space + element, new XAttribute("class", QtiReader.Plain), text);

    private static string Name(int place) => $"C{Number(place + 1)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
