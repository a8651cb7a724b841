using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Rules on a course's questions as a whole: what no single question shows.</summary>
internal sealed class QuestionRules(string folder, ProblemLog log)
{
    // Below this a share says nothing: of two questions one is already half.
    private const int EnoughForShares = 10;

    public void Check(IReadOnlyList<QuestionDraft> drafts)
    {
        CheckNearDuplicates(drafts);
        List<QuestionVersion> versions = [.. drafts.Select(draft => draft.Version).OfType<QuestionVersion>()];
        CheckSingles([.. versions.Where(version => version.Prompt.Kind is QuestionKind.Single)]);
        CheckTrueFalse([.. versions.Where(version => version.Prompt.Kind is QuestionKind.TrueFalse)]);
    }

    private void CheckNearDuplicates(IReadOnlyList<QuestionDraft> drafts)
    {
        List<(QuestionDraft Draft, StemShape Shape)> seen = [];
        foreach (var draft in drafts.Where(draft => draft.Version is not null))
        {
            var shape = StemShape.Of(draft.Version?.Prompt.Stem ?? "");
            if (seen.Find(other => other.Shape.IsNearly(shape)).Draft is { } twin)
            {
                log.Error(
                    draft.StemPlace,
                    "stem-near-duplicate",
                    ($"题干与“{twin.Id}”（{twin.StemPlace.File}第{twin.StemPlace.Line}行）几乎相同。",
                        $"The stem is nearly that of '{twin.Id}' ({twin.StemPlace.File}, line {twin.StemPlace.Line})."),
                    ("改写题干，或者删除一道题。", "Rewrite the stem, or delete one of them."));
            }

            seen.Add((draft, shape));
        }
    }

    private void CheckSingles(List<QuestionVersion> singles)
    {
        if (singles.Count < EnoughForShares)
        {
            return;
        }

        var longest = singles.Count(IsRightOptionLongest);
        if (longest * 100 > singles.Count * 60)
        {
            log.Error(
                new Place(folder, null),
                "right-option-longest",
                ($"{singles.Count}道单选题里有{longest}道的正确选项最长，超过60%。", $"In {longest} of {singles.Count} single-choice questions the right option is the longest: more than 60 %."),
                ("缩短正确选项，或者把错误选项写得同样具体。", "Shorten right options, or make wrong ones as specific."));
        }

        var letters = singles.GroupBy(single => single.Key.CorrectOptions[0]).OrderBy(same => same.Key);
        foreach (var letter in letters.Where(same => same.Count() * 100 > singles.Count * 45))
        {
            log.Error(
                new Place(folder, null),
                "key-spread",
                ($"{singles.Count}道单选题里有{letter.Count()}道的答案是{(char)('A' + letter.Key)}，超过45%。",
                    $"{letter.Count()} of {singles.Count} single-choice questions have the answer {(char)('A' + letter.Key)}: more than 45 %."),
                ("调换选项顺序，让答案均匀分布。", "Reorder options so that the answers are spread evenly."));
        }
    }

    private void CheckTrueFalse(List<QuestionVersion> trueFalse)
    {
        var right = trueFalse.Count(question => question.Key.CorrectOptions[0] is 0);
        if (trueFalse.Count < EnoughForShares || (right * 100 >= trueFalse.Count * 30 && right * 100 <= trueFalse.Count * 70))
        {
            return;
        }

        log.Error(
            new Place(folder, null),
            "true-false-spread",
            ($"{trueFalse.Count}道判断题里有{right}道的答案是“正确”，不在30%到70%之间。", $"{right} of {trueFalse.Count} true/false questions are true: outside 30 to 70 %."),
            ("把一部分题干改写成相反的说法。", "Turn some stems into their opposite."));
    }

    private static bool IsRightOptionLongest(QuestionVersion single)
    {
        var right = single.Key.CorrectOptions[0];
        var options = single.Prompt.Options;
        return options.Index().All(option => option.Index == right || option.Item.Length < options[right].Length);
    }
}
