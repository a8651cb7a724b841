using System.Diagnostics;
using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Rules on a course's questions as a whole: what no single question shows.</summary>
internal sealed class QuestionRules(ProblemLog log)
{
    public void Check(IReadOnlyList<QuestionDraft> drafts)
    {
        List<(QuestionDraft Draft, QuestionVersion Version)> read =
        [
            .. from draft in drafts
               let version = draft.Version
               where version is not null
               select (draft, version),
        ];
        foreach (var twin in QuestionTwins.Find([.. read.Select(entry => entry.Version)]))
        {
            var earlier = read[twin.Earlier].Draft;
            ReportTwin(log, twin.Kind, read[twin.Later].Draft.StemPlace, earlier.Id, earlier.StemPlace);
        }

        foreach (var fault in BankRule.Check(read.Select(entry => entry.Version)))
        {
            Report(fault, read.Find(entry => ReferenceEquals(entry.Version, fault.First)).Draft.IdPlace);
        }
    }

    /// <summary>Says of a question that it is too near to an earlier one, of this course or of another.</summary>
    public static void ReportTwin(ProblemLog log, TwinKind kind, Place place, string earlier, Place earlierPlace)
    {
        var (where, whereEn) = ($"“{earlier}”（{earlierPlace.File}第{earlierPlace.Line}行）", $"'{earlier}' ({earlierPlace.File}, line {earlierPlace.Line})");
        switch (kind)
        {
            case TwinKind.SameStem:
                log.Error(
                    place,
                    "stem-near-duplicate",
                    ($"题干与{where}相同。", $"The stem is that of {whereEn}."),
                    ("换一个情景或者角度改写题干，或者删除一道题。", "Rewrite the stem from another side, or delete one of them."));
                break;
            case TwinKind.SameQuestion:
                log.Error(
                    place,
                    "stem-near-duplicate",
                    ($"题干与{where}几乎相同，答案也一样。", $"The stem is nearly that of {whereEn}, and so is the answer."),
                    ("换一个情景或者角度改写题干，或者删除一道题。", "Rewrite the stem from another side, or delete one of them."));
                break;
            case TwinKind.OtherKey:
                log.Warning(
                    place,
                    "stem-near-other-key",
                    ($"题干和选项与{where}几乎相同，答案却不同。", $"Stem and options are nearly those of {whereEn}, but the answer differs."),
                    ("核对两道题的答案；都对的，在题干里写明区别在哪里。", "Check both answers; where both are right, let the stems say what differs."));
                break;
            default:
                throw new UnreachableException();
        }
    }

    private void Report(BankFault fault, Place place)
    {
        var (found, of, limit) = (fault.Found, fault.Of, fault.Limit);
        var (code, what, mend) = fault.Kind switch
        {
            BankFaultKind.RightLongest => (
                "right-option-longest",
                ($"{of}道单选题里有{found}道的正确选项最长，超过{limit}%。", $"In {found} of {of} single-choice questions the right option is the longest: more than {limit} %."),
                ("缩短正确选项，或者把错误选项写得同样具体。", "Shorten right options, or make wrong ones as specific.")),
            BankFaultKind.KeySpread => (
                "key-spread",
                ($"{of}道单选题里有{found}道的答案是{fault.Letters}，超过{limit}%。", $"{found} of {of} single-choice questions have the answer {fault.Letters}: more than {limit} %."),
                ("调换选项顺序，让答案均匀分布。", "Reorder options so that the answers are spread evenly.")),
            BankFaultKind.TrueFalseSpread => (
                "true-false-spread",
                ($"{of}道判断题里有{found}道的答案是“正确”，越过{limit}%。", $"{found} of {of} true/false questions are true: past {limit} %."),
                ("把一部分题干改写成相反的说法。", "Turn some stems into their opposite.")),
            BankFaultKind.MultipleRightLongest => (
                "multiple-right-longest",
                ($"{of}道多选题里有{found}道的正确选项都比错误选项长，超过{limit}%。", $"In {found} of {of} multiple-choice questions every right option is longer than the wrong ones: more than {limit} %."),
                ("缩短正确选项，或者把错误选项写得同样具体。", "Shorten right options, or make wrong ones as specific.")),
            BankFaultKind.MultipleKeySpread => (
                "multiple-key-spread",
                ($"{of}道多选题里有{found}道的答案是{fault.Letters}，超过{limit}%。", $"{found} of {of} multiple-choice questions have the answer {fault.Letters}: more than {limit} %."),
                ("调换选项顺序，正确选项的个数也要有变化。", "Reorder options, and vary how many are right.")),
            BankFaultKind.MultipleLetterSpread => (
                "multiple-letter-spread",
                ($"{of}道多选题里有{found}道的正确选项含{fault.Letters}，越过{limit}%。", $"In {found} of {of} multiple-choice questions {fault.Letters} is right: past {limit} %."),
                ("调换选项顺序，让每个字母有对有错。", "Reorder options so that every letter is sometimes right and sometimes wrong.")),
            _ => throw new UnreachableException(),
        };
        log.Error(place, code, what, mend);
    }
}
