using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class GradingTests
{
    [Theory]
    [InlineData("B", 0)]
    [InlineData("D", 5)]
    [InlineData("", 0)]
    public void Grades_letters_as_displayed_through_the_option_order(string letters, int points)
    {
        var question = SomeQuestions.Single(correct: 1);
        var item = new PaperItem(1, question.Hash, [2, 0, 3, 1], 5);

        Assert.Equal(points, Grading.Points(question, item, Read(letters, question, item)));
    }

    [Theory]
    [InlineData("AC", 10)]
    [InlineData("CA", 10)]
    [InlineData("A", 0)]
    [InlineData("ABC", 0)]
    [InlineData("ABCD", 0)]
    [InlineData(null, 0)]
    public void Multiple_choice_gives_all_points_or_none(string? letters, int points)
    {
        var question = SomeQuestions.Multiple(2, 3);
        var item = new PaperItem(1, question.Hash, [2, 0, 3, 1], 10);

        Assert.Equal(points, Grading.Points(question, item, Read(letters, question, item)));
    }

    [Theory]
    [InlineData(true, "A", 2)]
    [InlineData(true, "B", 0)]
    [InlineData(false, "B", 2)]
    public void True_is_the_first_option(bool isTrue, string letters, int points)
    {
        var question = SomeQuestions.TrueFalse(isTrue);
        var item = new PaperItem(1, question.Hash, [0, 1], 2);

        Assert.Equal(points, Grading.Points(question, item, Read(letters, question, item)));
    }

    [Fact]
    public void Refuses_to_grade_against_another_version()
    {
        var item = new PaperItem(1, SomeQuestions.Single("q1").Hash, [0, 1, 2, 3], 5);

        Assert.Throws<ArgumentException>(() => Grading.Points(SomeQuestions.Single("q2"), item, new Response.Unanswered()));
    }

    [Theory]
    [InlineData(79, 100, 80, false)]
    [InlineData(80, 100, 80, true)]
    [InlineData(2, 3, 67, false)]
    [InlineData(2, 3, 66, true)]
    [InlineData(0, 10, 1, false)]
    [InlineData(10, 10, 100, true)]
    public void Passing_is_decided_on_whole_numbers(int points, int fullPoints, int passPercent, bool passes)
    {
        var quiz = new Quiz
        {
            Slug = "quiz",
            Title = "测验",
            TitleEn = "Quiz",
            Minutes = 30,
            PassPercent = passPercent,
            AttemptsAllowed = 0,
            WaitMinutes = 0,
            Blueprint = new Blueprint([new BlueprintSection(QuestionKind.Single, 1, 1)]),
        };

        Assert.Equal(passes, quiz.IsPass(new Score(points, fullPoints)));
    }

    [Theory]
    [InlineData(799, 1000, 79)]
    [InlineData(2, 3, 66)]
    [InlineData(0, 0, 0)]
    public void Shown_percent_rounds_down(int points, int fullPoints, int percent) =>
        Assert.Equal(percent, new Score(points, fullPoints).Percent);

    private static Response Read(string? text, QuestionVersion question, PaperItem item) =>
        Assert.IsType<ResponseOutcome.Parsed>(ResponseText.Parse(text, question.Prompt, item.OptionOrder)).Response;
}
