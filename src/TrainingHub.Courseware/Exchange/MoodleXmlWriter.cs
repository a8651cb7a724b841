using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Writes Moodle's XML, all texts as plain text; only a stem with a picture is HTML.</summary>
internal static class MoodleXmlWriter
{
    public static async Task WriteAsync(Stream stream, IEnumerable<ForeignQuestion> questions, Func<string, CancellationToken, Task<byte[]?>> bytesOf, CancellationToken cancel)
    {
        await using (var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true))
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None }))
        {
            xml.WriteStartElement("quiz");
            foreach (var question in questions)
            {
                Write(xml, question, question.Picture is { } picture ? await bytesOf(picture.File, cancel) : null);
            }

            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(XmlWriter xml, ForeignQuestion question, byte[]? picture)
    {
        xml.WriteStartElement("question");
        xml.WriteAttributeString("type", TypeOf(question));
        Text(xml, "name", question.Id, isPlain: false);
        Stem(xml, question, picture);
        Text(xml, "generalfeedback", question.Explanation);
        xml.WriteElementString("defaultgrade", "1");
        xml.WriteElementString("idnumber", question.Id);
        Answers(xml, question);
        xml.WriteStartElement("tags");
        foreach (var tag in ExchangeTags.Of(question))
        {
            Text(xml, "tag", tag, isPlain: false);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Stem(XmlWriter xml, ForeignQuestion question, byte[]? bytes)
    {
        if (question.Picture is not { } picture)
        {
            Text(xml, "questiontext", TypeOf(question) is "cloze" ? Gaps(question) : question.Stem);
            return;
        }

        var name = ZipParts.NameOf(picture);
        xml.WriteStartElement("questiontext");
        xml.WriteAttributeString("format", "html");
        xml.WriteElementString("text", MarkedText.Write(question.Stem, $"@@PLUGINFILE@@/{name}", picture.Alt));
        xml.WriteStartElement("file");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("path", "/");
        xml.WriteAttributeString("encoding", "base64");
        xml.WriteString(Convert.ToBase64String(bytes ?? []));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Gaps(ForeignQuestion question) =>
        string.Concat(ForeignRule.Gap().Split(question.Stem).Select((piece, place) => (place is 0 ? "" : ClozeText.Write(question.Blanks[place - 1])) + piece));

    private static string TypeOf(ForeignQuestion question) => question.Kind switch
    {
        QuestionKind.Single or QuestionKind.Multiple => "multichoice",
        QuestionKind.TrueFalse => "truefalse",
        QuestionKind.FillIn when question.Blanks.Count > 1 => "cloze",
        QuestionKind.FillIn => question.Blanks[0].Value is null ? "shortanswer" : "numerical",
        QuestionKind.Ordering => "ordering",
        QuestionKind.Matching => "matching",
        QuestionKind.Written => "essay",
        _ => throw new UnreachableException(),
    };

    private static void Answers(XmlWriter xml, ForeignQuestion question)
    {
        switch (question.Kind)
        {
            case QuestionKind.Single or QuestionKind.Multiple:
                xml.WriteElementString("single", question.Kind is QuestionKind.Single ? "true" : "false");
                foreach (var (place, option) in question.Options.Index())
                {
                    Answer(xml, question.Kind is QuestionKind.Multiple ? MoodleWeight.Of(question, place) : question.Right.Contains(place) ? "100" : "0", option);
                }

                break;
            case QuestionKind.TrueFalse:
                Answer(xml, question.Right is [0] ? "100" : "0", "true");
                Answer(xml, question.Right is [0] ? "0" : "100", "false");
                break;
            case QuestionKind.FillIn when question.Blanks.Count > 1:
                break;
            case QuestionKind.FillIn when question.Blanks[0].Value is { } value:
                Answer(xml, "100", BlankText.Write(value), BlankText.Write(question.Blanks[0].Tolerance));
                Units(xml, question.Blanks[0]);
                break;
            case QuestionKind.FillIn:
                foreach (var word in question.Blanks[0].Accepted)
                {
                    Answer(xml, "100", word.Replace("*", "\\*", StringComparison.Ordinal));
                }

                break;
            case QuestionKind.Ordering:
                foreach (var (place, option) in question.Options.Index())
                {
                    Answer(xml, (place + 1).ToString(CultureInfo.InvariantCulture), option);
                }

                break;
            case QuestionKind.Matching:
                foreach (var (option, target) in GiftWriter.PairsOf(question))
                {
                    Pair(xml, option, target);
                }

                break;
            default:
                Text(xml, "graderinfo", RubricText.Write(question.Rubric));
                break;
        }
    }

    private static void Units(XmlWriter xml, BlankKey number)
    {
        if (number.Units.Count is 0)
        {
            return;
        }

        xml.WriteElementString("unitgradingtype", number.NeedsUnit ? "1" : "0");
        xml.WriteElementString("unitpenalty", "1");
        xml.WriteElementString("showunits", "0");
        xml.WriteStartElement("units");
        foreach (var unit in number.Units)
        {
            xml.WriteStartElement("unit");
            xml.WriteElementString("multiplier", "1");
            xml.WriteElementString("unit_name", unit);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Pair(XmlWriter xml, string option, string target)
    {
        xml.WriteStartElement("subquestion");
        xml.WriteAttributeString("format", "plain_text");
        xml.WriteElementString("text", option);
        Text(xml, "answer", target, isPlain: false);
        xml.WriteEndElement();
    }

    private static void Answer(XmlWriter xml, string fraction, string text, string? tolerance = null)
    {
        xml.WriteStartElement("answer");
        xml.WriteAttributeString("fraction", fraction);
        xml.WriteAttributeString("format", "plain_text");
        xml.WriteElementString("text", text);
        if (tolerance is not null)
        {
            xml.WriteElementString("tolerance", tolerance);
        }

        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string element, string text, bool isPlain = true)
    {
        xml.WriteStartElement(element);
        if (isPlain)
        {
            xml.WriteAttributeString("format", "plain_text");
        }

        xml.WriteElementString("text", text);
        xml.WriteEndElement();
    }
}
