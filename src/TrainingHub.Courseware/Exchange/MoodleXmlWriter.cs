using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Xml;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Writes Moodle's XML, all texts as plain text.</summary>
internal static class MoodleXmlWriter
{
    public static string Write(IEnumerable<ForeignQuestion> questions)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(new Utf8Writer(text), new XmlWriterSettings { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None }))
        {
            xml.WriteStartElement("quiz");
            foreach (var question in questions)
            {
                Write(xml, question);
            }

            xml.WriteEndElement();
        }

        return text.Append('\n').ToString();
    }

    private static void Write(XmlWriter xml, ForeignQuestion question)
    {
        xml.WriteStartElement("question");
        xml.WriteAttributeString("type", TypeOf(question));
        Text(xml, "name", question.Id, isPlain: false);
        Text(xml, "questiontext", question.Stem);
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

    private static string TypeOf(ForeignQuestion question) => question.Kind switch
    {
        QuestionKind.Single or QuestionKind.Multiple => "multichoice",
        QuestionKind.TrueFalse => "truefalse",
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
            case QuestionKind.FillIn when question.Blanks[0].Value is { } value:
                Answer(xml, "100", BlankText.Write(value), BlankText.Write(question.Blanks[0].Tolerance));
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

    private sealed class Utf8Writer(StringBuilder text) : StringWriter(text, CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding { get; } = new UTF8Encoding(false);
    }
}
