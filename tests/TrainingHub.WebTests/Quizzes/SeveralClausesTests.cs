using TrainingHub.Practice;
using TrainingHub.Questions;
using TrainingHub.Questions.Answers;
using TrainingHub.Quizzes;

namespace TrainingHub.WebTests.Quizzes;

public sealed class SeveralClausesTests
{
    private static readonly Basis.OfClause[] Clauses = [new("fire-law", "2021", "第十六条"), new("fire-law", "2021", "第二十八条")];

    [Fact]
    public void A_result_counts_a_question_for_each_clause_that_it_rests_on()
    {
        var page = Page(Item(1, points: 2, Clauses[0], Clauses[1]), Item(2, points: 0, Clauses[1]), Item(3, points: 2));

        Assert.Equal(
            [("第十六条", 1, 1), ("第二十八条", 2, 1)],
            page.ByBasis.Select(group => (group.Key.Clause!, group.Count(), group.Count(item => item.IsRight))));
    }

    [Fact]
    public void Practice_finds_a_question_by_each_of_its_clauses()
    {
        var one = new PracticeQuestion(PracticeSource.Bank, Question(Clauses[0], Clauses[1]), [], IsWithheld: false, OpenLesson: null);

        Assert.Equal(["第十六条", "第二十八条"], one.Clauses.Select(clause => clause.Number));
        Assert.True(new PracticeFilter { On = "fire-law:第二十八条" }.Matches(one));
        Assert.True(new PracticeFilter { On = "fire-law" }.Matches(one));
        Assert.False(new PracticeFilter { On = "fire-law:第三条" }.Matches(one));
    }

    private static QuestionVersion Question(params Basis.OfClause[] clauses) => new(
        new QuestionPrompt("q", QuestionKind.TrueFalse, "通道可以堆物。", []),
        clauses is [var first, .. var more] ? new QuestionKey([1], "不可以。", first) { MoreClauses = more } : new QuestionKey([1], "不可以。", new Basis.OfDocument("清单", null, "要求")),
        QuestionUse.Both,
        1);

    private static ResultPage.Item Item(int number, int points, params Basis.OfClause[] clauses)
    {
        var question = Question(clauses);
        var answered = new AnsweredView { Prompt = question.Prompt, Key = question.Key, Order = [0, 1], Response = new Response.Unanswered(), Pictures = "" };
        return new ResultPage.Item(number, answered, points, 2, [.. clauses.Select(clause => new ResultPage.BasisNote(new ResultPage.BasisLine("消防法", clause.ClauseNumber, null), null))]);
    }

    private static ResultPage Page(params ResultPage.Item[] items) => new()
    {
        Slug = "quiz",
        Title = "测验",
        CourseSlug = "",
        Number = 1,
        Passed = false,
        Points = 0,
        FullPoints = 6,
        PassPoints = 5,
        Answered = 3,
        Used = TimeSpan.FromMinutes(1),
        SubmittedAt = DateTime.UnixEpoch,
        TimeWasUp = false,
        Certificates = [],
        Items = items,
        Withheld = 0,
        Calibration = [],
        AllCalibration = [],
    };
}
