using System.Diagnostics;
using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Says what is wrong with a question, and how its author mends it.</summary>
internal static class QuestionFaultWords
{
    public static void Report(ProblemLog log, QuestionFault fault, Place place)
    {
        var (code, what, mend) = WordsOf(fault.Kind, (fault.At ?? 0) + 1);
        log.Error(place, code, what, mend);
    }

    private static (string Code, (string, string) What, (string, string) Mend) WordsOf(QuestionFaultKind kind, int at) => kind switch
    {
        QuestionFaultKind.StemMissing => ("stem-missing", ("没有题干。", "There is no stem."), ("写出题干。", "Write the stem.")),
        QuestionFaultKind.TextTooLong => (
            "text-too-long",
            ("题干、案例、解析或者选项太长。", "The stem, the case, the explanation or the options are too long."),
            ($"题干、案例和解析各不超过{QuestionRule.LongestText}字，全部选项不超过{QuestionRule.LongestOptions}字。",
                $"Keep stem, case and explanation within {QuestionRule.LongestText} characters each, and all options within {QuestionRule.LongestOptions}.")),
        QuestionFaultKind.ExplanationMissing => ("explanation-missing", ("没有解析。", "There is no explanation."), ("写明为什么对。", "Say why the answer is right.")),
        QuestionFaultKind.OptionCount => (
            "option-count",
            ("选项（步骤、位置）的个数不对。", "The number of options (steps, places) is wrong."),
            ($"选择题写{QuestionRule.FewestOptions}到{QuestionRule.MostChoices}个，其他题{QuestionRule.FewestOptions}到{QuestionRule.MostParts}个；判断、填空和简答题不写。",
                $"Write {QuestionRule.FewestOptions} to {QuestionRule.MostChoices} for choice, {QuestionRule.FewestOptions} to {QuestionRule.MostParts} for other kinds, none for true/false, fill-in and written questions.")),
        QuestionFaultKind.OptionEmpty => ("option-empty", ($"第{at}项是空的。", $"Item {at} is empty."), ("写出文字，或者删除这一项。", "Write it, or remove it.")),
        QuestionFaultKind.OptionRepeated => ("option-repeated", ($"第{at}项与前面重复。", $"Item {at} repeats an earlier one."), ("改写其中一个，答案才不会有歧义。", "Change one of them so that the answer is clear.")),
        QuestionFaultKind.AnswerMissing => ("answer-missing", ("没有正确答案。", "No answer is right."), ("标出正确的选项。", "Mark the right options.")),
        QuestionFaultKind.AnswerCount => (
            "answer-count",
            ("正确选项的个数与题型不符。", "The number of right options does not fit the kind."),
            ("单选题一个，多选题两个以上。", "One for single choice, two or more for multiple choice.")),
        QuestionFaultKind.BlankCount => (
            "blank-count",
            ("题干里的空和答案的个数不一致。", "The stem has another number of blanks than the answer."),
            ($"题干里每个空写三个以上的下划线，每个空写一条答案，最多{QuestionRule.MostBlanks}个。", $"Write three or more underscores for each blank of the stem and one answer for each, at most {QuestionRule.MostBlanks}.")),
        _ => WordsOfParts(kind, at),
    };

    private static (string Code, (string, string) What, (string, string) Mend) WordsOfParts(QuestionFaultKind kind, int at) => kind switch
    {
        QuestionFaultKind.BlankEmpty => ("blank-empty", ($"第{at}个空没有答案。", $"Blank {at} has no answer."), ("写出可以接受的词，或者一个数。", "Write the words that are taken, or a number.")),
        QuestionFaultKind.BlankNumber => (
            "blank-number",
            ($"第{at}个空的误差或者单位写得不对。", $"The tolerance or the unit of blank {at} is wrong."),
            ("误差不小于0；误差和单位跟着数写；要求写单位的，写出单位。", "A tolerance is not below 0; tolerance and units go with a number; name the unit where it is required.")),
        QuestionFaultKind.TargetCount => (
            "target-count",
            ("匹配的对象太少、太多、有空的或者重复的。", "There are too few or too many targets, or an empty or repeated one."),
            ($"写{QuestionRule.FewestOptions}到{QuestionRule.MostParts}个，各不相同。", $"Write {QuestionRule.FewestOptions} to {QuestionRule.MostParts}, all different.")),
        QuestionFaultKind.PairMissing => ("pair-missing", ($"第{at}项没有匹配的对象。", $"Item {at} has no target."), ("写出它属于哪一个。", "Say which one it belongs to.")),
        QuestionFaultKind.PictureMissing => ("picture-missing", ("图上标注题没有图片。", "A hotspot question has no picture."), ("写出图片。", "Name its picture.")),
        QuestionFaultKind.ZoneMissing => (
            "zone-missing",
            ($"第{at}个位置没有区域，或者区域写得不对。", $"Place {at} has no zone, or a wrong one."),
            ("写三个以上的角，横、竖都是0到1000的千分数。", "Write three or more corners, both numbers in thousandths from 0 to 1000.")),
        QuestionFaultKind.LevelMissing => ("level-missing", ("没有写隐患等级。", "The level of the hazard is missing."), ("写major（重大）、general（一般）或者none（不构成）。", "Write major, general or none.")),
        QuestionFaultKind.ClauseWithoutHazard => (
            "clause-without-hazard",
            ("不构成隐患，却标了依据的条款。", "It is no hazard, yet a clause is marked as right."),
            ("去掉条款的标记，或者改等级。", "Unmark the clauses, or change the level.")),
        QuestionFaultKind.RubricMissing => (
            "rubric-missing",
            ("评分要点没有写，或者有空的。", "The rubric is missing, or has an empty line."),
            ($"写1到{QuestionRule.MostRubricLines}条，每条写明分量（1到100）。", $"Write 1 to {QuestionRule.MostRubricLines} lines, each with its weight (1 to 100).")),
        QuestionFaultKind.CharacterCount => (
            "character-count",
            ("没有写最多答多少字，或者超过了。", "How long the answer may be is missing or too much."),
            ($"写1到{Response.MostCharacters}。", $"Write 1 to {Response.MostCharacters}.")),
        _ => throw new UnreachableException(),
    };
}
