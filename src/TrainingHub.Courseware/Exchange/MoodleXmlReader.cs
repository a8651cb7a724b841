using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Reads Moodle's XML, question by question.</summary>
internal static partial class MoodleXmlReader
{
    public static IEnumerable<ForeignQuestion> Read(string text, PictureBag bag)
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

            yield return new One(element, new ForeignDraft(++number, SafeXml.LineOf(element), NameOf(element)) { Category = category }, bag).Read(type);
        }
    }

    private static string NameOf(XElement element)
    {
        var name = ForeignDraft.Clean(element.Child("name")?.Child("text")?.Value ?? "");
        return name.Length <= 80 ? name : name[..79] + "…";
    }

    private sealed partial class One(XElement element, ForeignDraft draft, PictureBag bag)
    {
        // What Moodle puts there itself says nothing about the question.
        private static readonly string[] StockFeedback =
        [
            "Your answer is correct.", "Your answer is partially correct.", "Your answer is incorrect.", "您的回答正确", "您的回答部分正确", "您的回答不正确", "你的回答正确", "你的回答部分正确", "你的回答不正确", "答案正确", "部分正确", "回答错误",
        ];

        private readonly List<FoundPicture> pictures = [];
        private readonly List<FoundPicture> others = [];

        public ForeignQuestion Read(string type)
        {
            draft.Stem = type is "cloze" ? "" : TextOf(element.Child("questiontext"), pictures);
            draft.Id = ForeignDraft.Clean(element.Child("idnumber")?.Value ?? "");
            draft.Explanation = TextOf(element.Child("generalfeedback"));
            draft.Tags.AddRange((element.Child("tags")?.Children("tag") ?? []).Select(tag => ForeignDraft.Clean(tag.Child("text")?.Value ?? "")).Where(tag => tag.Length > 0));
            switch (type)
            {
                case "multichoice":
                    ReadChoices(element.Child("single")?.Value.Trim() is not ("false" or "0"));
                    break;
                case "multichoiceset":
                    ReadChoices(isSingle: false);
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
                case "cloze":
                    ReadGaps();
                    break;
                case "gapselect" or "ddwtos" when WordGap().IsMatch(draft.Stem):
                    ReadWordGaps([.. element.Children(type is "ddwtos" ? "dragbox" : "selectoption").Select(word => (TextIn(word.Child("text")), word.Child("group")?.Value.Trim() ?? ""))]);
                    break;
                default:
                    draft.Note(ForeignFault.Unsupported, type.Length is 0 ? "?" : type);
                    break;
            }

            draft.NotePoints(element.Child("defaultgrade")?.Value);
            JoinOverall();
            draft.TakePicture(pictures, picture => bag.Take(draft, picture, BytesOf(picture)));
            draft.RefusePictures(others);
            return draft.Finish();
        }

        private void ReadGaps()
        {
            var (format, text) = FormatAndText(element.Child("questiontext"));
            var gaps = ClozeText.Read(draft, text, format is "html");
            draft.Stem = MarkedText.Read(draft, format, gaps, pictures);
        }

        // [[2]] is the second of all words, to be chosen among those of its group. One gap is a choice, several of one group are paired with the words.
        private void ReadWordGaps(List<(string Text, string Group)> words)
        {
            List<int> gaps = [.. WordGap().Matches(draft.Stem).Select(gap => int.Parse(gap.Groups["number"].Value, CultureInfo.InvariantCulture) - 1)];
            if (gaps.Exists(gap => gap < 0 || gap >= words.Count))
            {
                draft.Note(ForeignFault.Malformed, draft.Stem);
                return;
            }

            List<string> groups = [.. gaps.Select(gap => words[gap].Group).Distinct(StringComparer.Ordinal)];
            if (groups.Count > 1)
            {
                draft.Note(ForeignFault.Unsupported, element.Attribute("type")?.Value ?? "");
                return;
            }

            List<string> offered = [.. words.Where(word => string.Equals(word.Group, groups[0], StringComparison.Ordinal)).Select(word => Plain(word.Text)).Distinct(StringComparer.Ordinal)];
            var place = 0;
            draft.Stem = WordGap().Replace(draft.Stem, _ => gaps.Count is 1 ? ForeignDraft.Blank : ForeignDraft.GapName(place++) + ForeignDraft.Blank);
            if (gaps is [var only])
            {
                (draft.Kind, draft.Options, draft.Right) = (QuestionKind.Single, offered, [offered.IndexOf(Plain(words[only].Text))]);
                return;
            }

            draft.Kind = QuestionKind.Matching;
            foreach (var (at, gap) in gaps.Index())
            {
                draft.Pair(ForeignDraft.GapName(at), Plain(words[gap].Text));
            }

            offered.ForEach(word => draft.Pair("", word));

            string Plain(string text) => MarkedText.Read(draft, "auto", text, others);
        }

        private void ReadChoices(bool isSingle)
        {
            List<decimal> weights = [];
            foreach (var answer in element.Children("answer"))
            {
                weights.Add(FractionOf(answer));
                draft.Options.Add(TextOf(answer, others));
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

            JoinFeedback((place, _) => ForeignDraft.Quote(draft.Options[place]));
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
                    words.Add(GiftReader.WordOf(draft, word));
                }
            }

            if (element.Child("usecase")?.Value.Trim() is "1")
            {
                draft.Note(ForeignFault.CaseIgnored);
            }

            draft.Blanks = [new BlankKey { Accepted = [.. words.Where(word => word.Length > 0).Distinct(StringComparer.Ordinal)] }];
            JoinFeedback((_, answer) => ForeignDraft.Quote(ForeignDraft.Clean(answer.Child("text")?.Value ?? "")));
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
            ReadUnits();

            JoinFeedback((_, answer) => ForeignDraft.Quote(ForeignDraft.Clean(answer.Child("text")?.Value ?? "")));
        }

        // A unit that is another's multiple would change the number: it is said, not taken.
        private void ReadUnits()
        {
            List<XElement> units = [.. element.Child("units")?.Children("unit") ?? []];
            if (units.Count is 0)
            {
                return;
            }

            List<string> same = [.. units.Where(unit => BlankText.Number(unit.Child("multiplier")?.Value.Trim() ?? "1") is 1).Select(unit => ForeignDraft.Clean(unit.Child("unit_name")?.Value ?? "")).Where(unit => unit.Length > 0).Distinct(StringComparer.Ordinal)];
            if (same.Count < units.Count || draft.Blanks is not [{ Value: not null }])
            {
                draft.Note(ForeignFault.UnitsUnknown);
            }

            if (draft.Blanks is [{ Value: not null } number] && same.Count > 0)
            {
                draft.Blanks = [number with { Units = same, NeedsUnit = element.Child("unitgradingtype")?.Value.Trim() is "1" or "2" }];
            }
        }

        private void ReadPairs()
        {
            draft.Kind = QuestionKind.Matching;
            foreach (var pair in element.Children("subquestion"))
            {
                var format = pair.Attribute("format")?.Value ?? "";
                draft.Pair(MarkedText.Read(draft, format, pair.Child("text")?.Value ?? "", others), ForeignDraft.Clean(pair.Child("answer")?.Child("text")?.Value ?? ""));
            }
        }

        private void ReadSteps()
        {
            draft.Kind = QuestionKind.Ordering;

            // Their order is their fraction, not their place in the file.
            draft.Options = [.. element.Children("answer").OrderBy(FractionOf).Select(answer => TextOf(answer, others))];
        }

        private void ReadEssay()
        {
            draft.Kind = QuestionKind.Written;
            // Of a list in HTML come its items, without the signs before them.
            var text = TextOf(element.Child("graderinfo"));
            draft.Rubric = RubricText.Read(FormatAndText(element.Child("graderinfo")).Format is "html" ? ListMark().Replace(text, "") : text);
        }

        private void JoinFeedback(Func<int, XElement, string> about)
        {
            foreach (var (place, answer) in element.Children("answer").Index())
            {
                draft.Join(about(place, answer), TextOf(answer.Child("feedback")));
            }
        }

        // What is said to all who answered right, half right or wrong.
        private void JoinOverall()
        {
            foreach (var (name, about) in (ReadOnlySpan<(string, string)>)[("correctfeedback", "答对"), ("partiallycorrectfeedback", "部分答对"), ("incorrectfeedback", "答错")])
            {
                var said = TextOf(element.Child(name));
                if (!StockFeedback.Contains(said.TrimEnd('。'), StringComparer.Ordinal))
                {
                    draft.Join(about, said);
                }
            }

            if (element.Children("hint").Any(hint => TextOf(hint).Length > 0))
            {
                draft.Note(ForeignFault.HintsDropped);
            }
        }

        // Pictures come in the file, as text of their bytes; addresses elsewhere are not fetched.
        private byte[]? BytesOf(FoundPicture picture)
        {
            var name = Uri.UnescapeDataString(picture.Address.Split('?')[0].Replace("@@PLUGINFILE@@/", "", StringComparison.Ordinal));
            var file = element.Child("questiontext")?.Children("file").FirstOrDefault(file =>
                string.Equals((file.Attribute("path")?.Value.Trim('/') is { Length: > 0 } path ? path + "/" : "") + file.Attribute("name")?.Value, name, StringComparison.Ordinal));
            return file is null ? PictureBag.DataOf(picture.Address) : PictureBag.Base64(file.Value);
        }

        private string TextOf(XElement? part) => TextOf(part, null);

        private string TextOf(XElement? part, List<FoundPicture>? found)
        {
            var (format, text) = FormatAndText(part);
            return MarkedText.Read(draft, format, text, found);
        }

        private static (string Format, string Text) FormatAndText(XElement? part) => (part?.Attribute("format")?.Value ?? "html", TextIn(part?.Child("text")));

        // Some tools write HTML as elements of the file itself, not as text.
        private static string TextIn(XElement? text) => text is { HasElements: true } ? string.Concat(text.Nodes()) : text?.Value ?? "";

        [GeneratedRegex(@"^(- |\d+\. )", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex ListMark();

        [GeneratedRegex(@"\[\[(?<number>\d{1,3})\]\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex WordGap();

        private static decimal FractionOf(XElement answer) =>
            decimal.TryParse(answer.Attribute("fraction")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) ? fraction : 0;
    }
}
