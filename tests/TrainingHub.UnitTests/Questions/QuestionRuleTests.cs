using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class QuestionRuleTests
{
    private static readonly QuestionKey Key = new([], "解", new Basis.OfDocument("文件", null, "原文"));

    [Fact]
    public void Sound_questions_have_no_fault() =>
        Prop.ForAll(AnyQuestion.Arbitrary, question => QuestionRule.Check(question.Prompt, question.Key).Count is 0)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    public static TheoryData<QuestionPrompt, QuestionKey, QuestionFaultKind> Faults => new()
    {
        { Of(QuestionKind.Single, "甲"), Key with { CorrectOptions = [0] }, QuestionFaultKind.OptionCount },
        { Of(QuestionKind.Single, "甲", "甲"), Key with { CorrectOptions = [0] }, QuestionFaultKind.OptionRepeated },
        { Of(QuestionKind.Single, "甲", " "), Key with { CorrectOptions = [0] }, QuestionFaultKind.OptionEmpty },
        { Of(QuestionKind.Single, "甲", "乙"), Key with { CorrectOptions = [2] }, QuestionFaultKind.AnswerMissing },
        { Of(QuestionKind.Single, "甲", "乙"), Key with { CorrectOptions = [0, 1] }, QuestionFaultKind.AnswerCount },
        { Of(QuestionKind.Multiple, "甲", "乙"), Key with { CorrectOptions = [0] }, QuestionFaultKind.AnswerCount },
        { Of(QuestionKind.TrueFalse, "甲", "乙"), Key with { CorrectOptions = [0] }, QuestionFaultKind.OptionCount },
        { Of(QuestionKind.FillIn), Key with { Blanks = [new BlankKey { Accepted = ["甲"] }] }, QuestionFaultKind.BlankCount },
        { Of(QuestionKind.FillIn) with { Stem = "____" }, Key with { Blanks = [new BlankKey()] }, QuestionFaultKind.BlankEmpty },
        { Of(QuestionKind.FillIn) with { Stem = "____" }, Key with { Blanks = [new BlankKey { Value = 1, Tolerance = -1 }] }, QuestionFaultKind.BlankNumber },
        { Of(QuestionKind.Matching, "甲", "乙") with { Targets = ["一"] }, Key with { Pairs = [0, 0] }, QuestionFaultKind.TargetCount },
        { Of(QuestionKind.Matching, "甲", "乙") with { Targets = ["一", "二"] }, Key with { Pairs = [0, 2] }, QuestionFaultKind.PairMissing },
        { Of(QuestionKind.Hotspot, "甲", "乙"), Key with { CorrectOptions = [0] }, QuestionFaultKind.PictureMissing },
        { Of(QuestionKind.Hotspot, "甲", "乙"), Key with { CorrectOptions = [0] }, QuestionFaultKind.ZoneMissing },
        { Of(QuestionKind.Judgement, "甲", "乙"), Key with { CorrectOptions = [0] }, QuestionFaultKind.LevelMissing },
        { Of(QuestionKind.Judgement, "甲", "乙"), Key with { CorrectOptions = [0], Level = HazardLevel.None }, QuestionFaultKind.ClauseWithoutHazard },
        { Of(QuestionKind.Judgement, "甲", "乙"), Key with { Level = HazardLevel.Major }, QuestionFaultKind.AnswerMissing },
        { Of(QuestionKind.Written) with { MostCharacters = 10 }, Key, QuestionFaultKind.RubricMissing },
        { Of(QuestionKind.Written), Key with { Rubric = [new RubricLine("要点", 1)] }, QuestionFaultKind.CharacterCount },
        { Of(QuestionKind.Ordering, "甲", "乙") with { Stem = new string('长', 4001) }, Key, QuestionFaultKind.TextTooLong },
    };

    [Theory, MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Names_what_is_wrong(QuestionPrompt prompt, QuestionKey key, QuestionFaultKind fault) =>
        Assert.Contains(QuestionRule.Check(prompt, key), found => found.Kind == fault);

    private static QuestionPrompt Of(QuestionKind kind, params string[] options) => new("q", kind, "题干", options);
}
