using TrainingHub.Questions;
using TrainingHub.Sessions;

namespace TrainingHub.UnitTests.Sessions;

public sealed class SessionPaperTests
{
    private static readonly DateTime Now = new(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Paper = Guid.NewGuid();

    // Single, several, single, true or false; the first shows its options in another order.
    private static readonly IReadOnlyList<(QuestionPrompt, IReadOnlyList<int>)> Items =
    [
        (new QuestionPrompt("one", QuestionKind.Single, "单选", ["甲", "乙", "丙"]), [2, 0, 1]),
        (new QuestionPrompt("two", QuestionKind.Multiple, "多选", ["甲", "乙", "丙", "丁"]), [0, 1, 2, 3]),
        (new QuestionPrompt("three", QuestionKind.Single, "单选", ["甲", "乙"]), [0, 1]),
        (new QuestionPrompt("four", QuestionKind.TrueFalse, "判断", []), [0, 1]),
    ];

    [Theory]
    [InlineData("A BD B A", "A BD B A")]
    [InlineData("ａ、ｄｂ，b；√", "A BD B A")]
    [InlineData("c\nbd\nA\n×", "C BD A B")]
    [InlineData("ABBA", "A B B A")]
    [InlineData("A - B B", "A - B B")]
    [InlineData("A—BB", "A - B B")]
    public void Reads_the_letters_as_they_are_written_on_paper(string text, string read)
    {
        var outcome = Assert.IsType<QuickOutcome.Read>(QuickLetters.Read(text, Items));

        Assert.Equal(read, string.Join(' ', Enumerable.Range(1, 4).Select(item => outcome.Answers.GetValueOrDefault(item, "-"))));
    }

    [Theory]
    [InlineData("A BD", 3, QuickFaultKind.Missing)]
    [InlineData("AB BA", 3, QuickFaultKind.Missing)]
    [InlineData("ABB", 4, QuickFaultKind.Missing)]
    [InlineData("", 1, QuickFaultKind.Missing)]
    [InlineData("A BD B A C", 5, QuickFaultKind.TooMany)]
    [InlineData("ABBAB", 5, QuickFaultKind.TooMany)]
    [InlineData("D BD B A", 1, QuickFaultKind.UnknownLetter)]
    [InlineData("A BE B A", 2, QuickFaultKind.UnknownLetter)]
    [InlineData("A BB B A", 2, QuickFaultKind.RepeatedLetter)]
    [InlineData("A BD AB A", 3, QuickFaultKind.TooManyLetters)]
    [InlineData("A BD B 5", 4, QuickFaultKind.UnknownLetter)]
    public void Names_the_question_whose_letters_are_wrong(string text, int number, QuickFaultKind kind)
    {
        var outcome = Assert.IsType<QuickOutcome.Refused>(QuickLetters.Read(text, Items));

        Assert.Equal(new QuickFault(number, kind), Assert.Single(outcome.Faults));
    }

    [Fact]
    public void Names_every_question_whose_letters_are_wrong() =>
        Assert.Equal([1, 3, 4], Assert.IsType<QuickOutcome.Refused>(QuickLetters.Read("Z B AB C", Items)).Faults.Select(fault => fault.Number));

    [Fact]
    public void Keeps_in_the_log_what_was_corrected()
    {
        var log = PaperSheet.LogOf([Sheet(2, (1, "B"), (3, "C")), Sheet(1, (1, "A"), (2, "D"))]);

        Assert.Equal([(1, 1, "A"), (2, 1, "D"), (1, 2, "B"), (2, 2, ""), (3, 2, "C")], log.Select(entry => (entry.Item, entry.Version, entry.Choice)));
        Assert.All(log, entry => Assert.Equal((Paper, false), (entry.AttemptId, entry.IsLate)));
    }

    [Fact]
    public void An_attempt_is_made_of_the_half_day_and_not_of_the_hour_of_typing()
    {
        var paper = new SessionPaper
        {
            Id = Paper,
            SessionId = Guid.NewGuid(),
            ParticipantId = Guid.NewGuid(),
            Number = 7,
            QuizSlug = "rotation",
            CourseSlug = "course",
            CourseHash = "0",
            Seed = 1,
            Minutes = 30,
            PassPercent = 60,
            FullPoints = 99,
            DrawnAt = Now,
            DrawnBy = Guid.NewGuid(),
        };

        var attempt = paper.AttemptOf(Guid.NewGuid(), 2, Now, Now.AddHours(3));
        attempt.Submit(60, 10, Now.AddDays(2));

        Assert.Equal((Paper, 2, (DateTime?)Now.AddHours(3), (bool?)true), (attempt.Id, attempt.Number, attempt.SubmittedAt, attempt.Passed));
        Assert.True(paper.IsPass(60));
        Assert.False(paper.IsPass(59));
        Assert.Equal("ABCD2345-007", SessionPaper.NumberText("ABCD2345", paper.Number));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(null, true, false)]
    [InlineData(false, false, false)]
    public void Who_failed_has_not_completed_and_a_guest_completes_by_passing_alone(bool? passed, bool person, bool guest)
    {
        var credit = new SessionCredit(1, 180, IsEnough: true);

        Assert.Equal((person, guest), (credit.After(passed).IsEnough, credit.OfGuestAfter(passed).IsEnough));
        Assert.False((credit with { IsEnough = false }).After(passed).IsEnough);
    }

    private static PaperSheet Sheet(int number, params (int Item, string Text)[] answers) => new()
    {
        PaperId = Paper,
        Number = number,
        Means = PaperMeans.Paper,
        Answers = answers.ToDictionary(answer => answer.Item, answer => answer.Text),
        Points = 0,
        EnteredAt = Now.AddMinutes(number),
        EnteredBy = Guid.NewGuid(),
    };
}
