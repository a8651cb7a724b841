using TrainingHub.Courseware;
using static TrainingHub.Questions.QuestionFormText;

namespace TrainingHub.Questions;

/// <summary>What is wrong with fields before they can be a question, and beside which field each problem belongs.</summary>
internal static class QuestionFormSlips
{
    /// <summary>What was typed and cannot be read, or has to be chosen and was not.</summary>
    public static IReadOnlyList<Problem> Of(QuestionInput input) => input.Kind switch
    {
        QuestionKind.TrueFalse when input.Truth is null =>
            [Slip("truth-missing", ("没有选正确还是错误。", "Neither true nor false is chosen."), ("选一个。", "Choose one."))],
        QuestionKind.FillIn => [.. QuestionFormParts.BlankRows(input).SelectMany(row => OfBlank(input, row))],
        QuestionKind.Hotspot => [.. QuestionFormParts.PlaceRows(input).SelectMany(row => OfPlace(input, row))],
        QuestionKind.Judgement when input.Level is null =>
            [Slip("level-missing", ("没有选隐患等级。", "The level of the hazard is not chosen."), ("选一个等级。", "Choose a level."))],
        QuestionKind.Written => [.. OfWritten(input)],
        _ => [],
    };

    /// <summary>Of a text that is not one question.</summary>
    public static Problem NotOne(int count) => Slip(
        "not-one-question",
        count is 0 ? ("没有题目。", "There is no question.") : ($"这里有{count}道题。", $"There are {count} questions."),
        ("一次写一道题，以“# 编号”一行开头。", "Write one question at a time, beginning with a line '# id'."));

    /// <summary>Name of the field beside which the problem is said; empty where it belongs to the form as a whole.</summary>
    public static string FieldOf(Problem problem, QuestionInput input) => input.IsMarkdown ? nameof(input.Text) : problem.Code switch
    {
        "stem-missing" or "text-too-long" => nameof(input.Stem),
        "explanation-missing" => nameof(input.Explanation),
        "option-count" or "option-empty" or "option-repeated" or "answer-missing" or "answer-count" => input.Kind switch
        {
            QuestionKind.Ordering => nameof(input.Steps),
            QuestionKind.Matching => nameof(input.Items),
            QuestionKind.Hotspot => nameof(input.Names),
            _ => nameof(input.Options),
        },
        "truth-missing" => nameof(input.Truth),
        "blank-count" or "blank-empty" or "blank-number" or "blank-unreadable" => nameof(input.Words),
        "target-count" => nameof(input.Targets),
        "pair-missing" => nameof(input.Items),
        "zone-missing" or "zone-unreadable" or "place-unnamed" => nameof(input.Names),
        "picture-missing" or "picture-unreadable" => nameof(input.NewPicture),
        "level-missing" or "clause-without-hazard" => nameof(input.Level),
        "character-count" => nameof(input.Characters),
        "rubric-missing" => nameof(input.Rubric),
        "basis-incomplete" or "also-unreadable" => nameof(input.Clauses),
        _ => "",
    };

    private static IEnumerable<Problem> OfBlank(QuestionInput input, int row)
    {
        if ((At(input.Numbers, row).Trim().Length > 0 && Number(At(input.Numbers, row)) is null) || (At(input.Tolerances, row).Trim().Length > 0 && Number(At(input.Tolerances, row)) is null))
        {
            yield return Slip(
                "blank-number",
                ($"第{row + 1}个空的数或者误差不是数。", $"The number or the tolerance of blank {row + 1} is no number."),
                ("只写数字和小数点，单位另写。", "Write digits and a point alone; units have a field of their own."));
        }
    }

    private static IEnumerable<Problem> OfPlace(QuestionInput input, int row)
    {
        if (Line(At(input.Names, row)).Length is 0)
        {
            yield return Slip("place-unnamed", ($"第{row + 1}处没有写是什么。", $"Place {row + 1} has no name."), ("写出这里是什么。", "Say what is there."));
        }

        if (ZoneText.Read(At(input.Corners, row)) is null)
        {
            yield return Slip(
                "zone-unreadable",
                ($"第{row + 1}处的位置没有写，或者写得不对。", $"Where place {row + 1} lies is missing or cannot be read."),
                ("在图上画，或者写两个角，例如“100,200 300,450”。", "Draw it on the picture, or write two corners, for example '100,200 300,450'."));
        }
    }

    private static IEnumerable<Problem> OfWritten(QuestionInput input)
    {
        if (Whole(input.Characters) is not (>= 1 and <= Response.MostCharacters))
        {
            yield return Slip(
                "character-count", ("最多答多少字没有写，或者不对。", "How long the answer may be is missing or wrong."), ($"写1到{Response.MostCharacters}。", $"Write 1 to {Response.MostCharacters}."));
        }

        foreach (var row in QuestionFormParts.RubricRows(input).Where(row => Whole(At(input.Weights, row)) is not (>= 1 and <= 100)))
        {
            yield return Slip(
                "rubric-missing", ($"第{row + 1}条要点的分量没有写，或者不对。", $"The weight of line {row + 1} is missing or wrong."), ("写1到100。", "Write 1 to 100."));
        }
    }

    private static Problem Slip(string code, (string Chinese, string English) what, (string Chinese, string English) mend) => new()
    {
        Severity = ProblemSeverity.Error,
        Code = code,
        File = "",
        Line = 1,
        What = what.Chinese,
        WhatEn = what.English,
        HowToMend = mend.Chinese,
        HowToMendEn = mend.English,
    };
}
