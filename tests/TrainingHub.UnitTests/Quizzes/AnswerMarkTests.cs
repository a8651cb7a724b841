using TrainingHub.Questions;
using TrainingHub.Quizzes;

namespace TrainingHub.UnitTests.Quizzes;

public sealed class AnswerMarkTests
{
    private static readonly DateTime Nine = new(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc);
    private static readonly RubricLine[] Rubric = [new("报警", 1), new("疏散", 3)];

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 3, 10)]
    [InlineData(1, 0, 2)]
    [InlineData(0, 2, 5)]
    [InlineData(1, 2, 7)]
    public void Points_are_the_share_of_the_weights_rounded_down(int first, int second, int points) =>
        Assert.Equal(points, AnswerMark.PointsOf(Rubric, [first, second], 10));

    [Theory]
    [InlineData(2, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 4)]
    public void No_line_is_given_more_or_less_than_it_has(int first, int second) => Assert.Null(AnswerMark.PointsOf(Rubric, [first, second], 10));

    [Fact]
    public void Every_line_is_marked()
    {
        Assert.Null(AnswerMark.PointsOf(Rubric, [1], 10));
        Assert.Null(AnswerMark.PointsOf(Rubric, [1, 1, 1], 10));
    }

    [Fact]
    public void An_attempt_waits_until_it_is_decided_and_is_decided_once()
    {
        var attempt = Open();

        Assert.IsType<SubmitOutcome.WaitsForMarks>(attempt.Submit(4, 2, Nine.AddMinutes(5), waitsForMarks: true));
        Assert.True(attempt.WaitsForMarks);
        Assert.Equal((null, null, 2), (attempt.Points, attempt.Passed, attempt.Answered));
        Assert.True(attempt.Decide(8));
        Assert.False(attempt.Decide(1));
        Assert.Equal((8, true, Nine.AddMinutes(5)), (attempt.Points, attempt.Passed, attempt.SubmittedAt));
    }

    [Fact]
    public void What_is_open_or_graded_is_not_decided_by_marks()
    {
        var attempt = Open();
        Assert.False(attempt.Decide(8));

        attempt.Submit(4, 2, Nine.AddMinutes(5));

        Assert.False(attempt.Decide(8));
        Assert.Equal(4, attempt.Points);
    }

    [Fact]
    public void A_paper_waits_for_the_mark_of_a_written_answer_and_not_of_an_empty_one()
    {
        var question = new QuestionVersion(
            new QuestionPrompt("w", QuestionKind.Written, "写", []) { MostCharacters = 100 },
            new QuestionKey([], "解", new Basis.OfDocument("文件", null, "原文")) { Rubric = Rubric }, QuestionUse.Both, 1);
        var questions = new Dictionary<string, QuestionVersion>(StringComparer.Ordinal) { [question.Hash] = question };
        PaperItem[] items = [new PaperItem(1, question.Hash, [], 10)];
        var entry = new AnswerEntry { AttemptId = Guid.Empty, Item = 1, Version = 1, Choice = "写了", SavedAt = Nine, IsLate = false };

        Assert.False(GradedPaper.Of(items, questions, []).WaitsForMarks);
        Assert.True(GradedPaper.Of(items, questions, [entry]).WaitsForMarks);
        var marked = GradedPaper.Of(items, questions, [entry], new Dictionary<int, int> { [1] = 7 });
        Assert.Equal((false, 7), (marked.WaitsForMarks, marked.Points));
    }

    private static Attempt Open() => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = Guid.CreateVersion7(),
        QuizSlug = "fire",
        CourseSlug = "fire",
        CourseHash = "h",
        Number = 1,
        Seed = 1,
        StartedAt = Nine,
        Deadline = Nine.AddMinutes(30),
        PassPercent = 80,
        FullPoints = 10,
    };
}
