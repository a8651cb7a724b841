using System.Globalization;
using System.Xml.Linq;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Reads Moodle's XML, question by question.</summary>
internal static class MoodleXmlReader
{
    public static IEnumerable<ForeignQuestion> Read(string text)
    {
        var (number, category) = (0, "");
        using var xml = SafeXml.Open(text);
        foreach (var element in SafeXml.ChildrenOfRoot(xml, "question"))
        {
            var type = element.Attribute("type")?.Value.Trim() ?? "";
            if (type is "category")
            {
                category = GiftReader.CategoryOf(element.Child("category")?.Child("text")?.Value ?? "");
                continue;
            }

            yield return new One(element, new ForeignDraft(++number, SafeXml.LineOf(element), NameOf(element)) { Category = category }).Read(type);
        }
    }

    private static string NameOf(XElement element)
    {
        var name = ForeignDraft.Clean(element.Child("name")?.Child("text")?.Value ?? "");
        return name.Length <= 80 ? name : name[..79] + "…";
    }

    private sealed class One(XElement element, ForeignDraft draft)
    {
        private readonly List<string> pictures = [];

        public ForeignQuestion Read(string type)
        {
            draft.Stem = TextOf(element.Child("questiontext"));
            draft.Id = ForeignDraft.Clean(element.Child("idnumber")?.Value ?? "");
            draft.Explanation = TextOf(element.Child("generalfeedback"));
            draft.Tags.AddRange((element.Child("tags")?.Children("tag") ?? []).Select(tag => ForeignDraft.Clean(tag.Child("text")?.Value ?? "")).Where(tag => tag.Length > 0));
            switch (type)
            {
                case "multichoice":
                    ReadChoices();
                    break;
                case "truefalse":
                    ReadTrueFalse();
                    break;
                case "shortanswer":
                    ReadWords();
                    break;
                case "numerical":
                    ReadNumbers();
                    break;
                case "matching":
                    ReadPairs();
                    break;
                case "ordering":
                    ReadSteps();
                    break;
                case "essay":
                    ReadEssay();
                    break;
                default:
                    draft.Note(ForeignFault.Unsupported, type.Length is 0 ? "?" : type);
                    break;
            }

            CheckPictures();
            return draft.Finish();
        }

        private void ReadChoices()
        {
            var isSingle = element.Child("single")?.Value.Trim() is not ("false" or "0");
            List<decimal> weights = [];
            foreach (var answer in element.Children("answer"))
            {
                weights.Add(FractionOf(answer));
                draft.Options.Add(TextOf(answer));
            }

            if (isSingle)
            {
                draft.Kind = QuestionKind.Single;
                draft.Right.AddRange(weights.Index().Where(weight => weight.Item >= 100).Select(weight => weight.Index));
                if (weights.Exists(weight => weight is > 0 and < 100))
                {
                    draft.Note(ForeignFault.WeightsDropped);
                }
            }
            else
            {
                GiftReader.TakeWeighted(draft, weights);
            }

            JoinFeedback((place, _) => ForeignDraft.Letter(place));
        }

        private void ReadTrueFalse()
        {
            draft.Kind = QuestionKind.TrueFalse;
            foreach (var answer in element.Children("answer").Where(answer => FractionOf(answer) >= 100))
            {
                draft.Right.Add(AnswerText.TrueFalse(answer.Child("text")?.Value ?? "", []) ?? -1);
            }

            JoinFeedback((_, answer) => AnswerText.TrueFalse(answer.Child("text")?.Value ?? "", []) is 0 ? "答“正确”" : "答“错误”");
        }

        private void ReadWords()
        {
            draft.Kind = QuestionKind.FillIn;
            List<string> words = [];
            foreach (var answer in element.Children("answer"))
            {
                var word = ForeignDraft.Clean(answer.Child("text")?.Value ?? "");
                if (FractionOf(answer) is < 100 and > 0)
                {
                    draft.Note(ForeignFault.WeightsDropped);
                }
                else if (FractionOf(answer) >= 100)
                {
                    // An asterisk stands for anything in Moodle, unless a backslash is before it.
                    if (word.Replace("\\*", "", StringComparison.Ordinal).Contains('*', StringComparison.Ordinal))
                    {
                        draft.Note(ForeignFault.AnswerUnknown, word);
                    }

                    words.Add(word.Replace("\\*", "*", StringComparison.Ordinal));
                }
            }

            draft.Blanks = [new BlankKey { Accepted = [.. words.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)] }];
            JoinFeedback((_, answer) => ForeignDraft.Clean(answer.Child("text")?.Value ?? ""));
        }

        private void ReadNumbers()
        {
            draft.Kind = QuestionKind.FillIn;
            List<BlankKey> numbers = [];
            foreach (var answer in element.Children("answer"))
            {
                var text = ForeignDraft.Clean(answer.Child("text")?.Value ?? "");
                var tolerance = BlankText.Number(answer.Child("tolerance")?.Value.Trim() is { Length: > 0 } said ? said : "0");
                switch (FractionOf(answer))
                {
                    case >= 100 when BlankText.Number(text) is { } value && tolerance >= 0:
                        numbers.Add(new BlankKey { Value = value, Tolerance = tolerance ?? 0 });
                        break;
                    case >= 100:
                        draft.Note(ForeignFault.AnswerUnknown, text);
                        break;
                    case > 0:
                        draft.Note(ForeignFault.WeightsDropped);
                        break;
                    default:
                        break;
                }
            }

            GiftReader.TakeNumbers(draft, numbers);
            if (element.Child("units")?.Children("unit").Any() is true)
            {
                draft.Note(ForeignFault.UnitsUnknown);
            }

            JoinFeedback((_, answer) => ForeignDraft.Clean(answer.Child("text")?.Value ?? ""));
        }

        private void ReadPairs()
        {
            draft.Kind = QuestionKind.Matching;
            foreach (var pair in element.Children("subquestion"))
            {
                var format = pair.Attribute("format")?.Value ?? "";
                draft.Pair(MarkedText.Read(draft, format, pair.Child("text")?.Value ?? "", pictures), ForeignDraft.Clean(pair.Child("answer")?.Child("text")?.Value ?? ""));
            }
        }

        private void ReadSteps()
        {
            draft.Kind = QuestionKind.Ordering;
            draft.Options = [.. element.Children("answer").Select(TextOf)];
        }

        private void ReadEssay()
        {
            draft.Kind = QuestionKind.Written;
            draft.Rubric = RubricText.Read(TextOf(element.Child("graderinfo")));
        }

        private void JoinFeedback(Func<int, XElement, string> about)
        {
            foreach (var (place, answer) in element.Children("answer").Index())
            {
                draft.Join(about(place, answer), TextOf(answer.Child("feedback")));
            }
        }

        /// <summary>Pictures come in the file, as text of their bytes; addresses elsewhere are not fetched.</summary>
        private void CheckPictures()
        {
            if (pictures.Count is 0)
            {
                return;
            }

            var isBroken = element.Descendants().Where(file => file.Is("file")).Any(file => !IsPicture(file.Value))
                || pictures.Exists(address => address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && !IsPicture(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]));
            var name = pictures[0].Length > 60 ? pictures[0][..60] : pictures[0];
            draft.Note(isBroken ? ForeignFault.PictureBroken : ForeignFault.PictureLeftOut, Uri.UnescapeDataString(name.Replace("@@PLUGINFILE@@/", "", StringComparison.Ordinal)));
        }

        private static bool IsPicture(string base64)
        {
            var head = new byte[12];
            var start = new string([.. base64.Where(sign => !char.IsWhiteSpace(sign)).Take(16)]);
            return Convert.TryFromBase64String(start, head, out var read) && read >= 8 && PictureSigns.IsPicture(head.AsSpan(0, read));
        }

        private string TextOf(XElement? part) => part is null ? "" : MarkedText.Read(draft, part.Attribute("format")?.Value ?? "html", part.Child("text")?.Value ?? "", pictures);

        private static decimal FractionOf(XElement answer) =>
            decimal.TryParse(answer.Attribute("fraction")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) ? fraction : 0;
    }
}
