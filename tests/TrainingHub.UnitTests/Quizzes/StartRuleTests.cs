using TrainingHub.Quizzes;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Quizzes;

public sealed class StartRuleTests
{
    private static readonly DateTime Nine = new(2026, 10, 15, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Lets_a_person_start_the_first_attempt() =>
        Assert.Null(StartRule.FindRefusal(QuizOf(allowed: 3, wait: 10), [], [], lessonsLeft: 0, Nine));

    [Fact]
    public void Refuses_once_passed_whatever_else_is_the_case() =>
        Assert.Equal(new StartRefusal.AlreadyPassed(2), StartRule.FindRefusal(QuizOf(allowed: 2, wait: 10), [Ended(1, 0, Nine), Ended(2, 10, Nine)], [], lessonsLeft: 3, Nine));

    [Fact]
    public void Refuses_when_all_attempts_are_used() =>
        Assert.Equal(new StartRefusal.NoAttemptsLeft(2), StartRule.FindRefusal(QuizOf(allowed: 2, wait: 0), [Ended(1, 0, Nine), Ended(2, 0, Nine)], [], lessonsLeft: 0, Nine));

    [Fact]
    public void A_paper_that_was_drawn_for_a_session_uses_an_attempt()
    {
        Assert.Equal(new StartRefusal.NoAttemptsLeft(2), StartRule.FindRefusal(QuizOf(allowed: 2, wait: 0), [Ended(1, 0, Nine)], [], lessonsLeft: 0, Nine, printed: 1));
        Assert.Null(StartRule.FindRefusal(QuizOf(allowed: 3, wait: 0), [Ended(1, 0, Nine)], [], lessonsLeft: 0, Nine, printed: 1));
    }

    [Fact]
    public void Zero_allowed_attempts_are_as_many_as_one_likes() =>
        Assert.Null(StartRule.FindRefusal(QuizOf(allowed: 0, wait: 0), [Ended(1, 0, Nine), Ended(2, 0, Nine)], [], lessonsLeft: 0, Nine));

    [Fact]
    public void Asks_for_the_lessons_first() =>
        Assert.Equal(new StartRefusal.LessonsUnfinished(2), StartRule.FindRefusal(QuizOf(allowed: 2, wait: 0), [], [], lessonsLeft: 2, Nine));

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Waits_after_the_last_attempt_until_the_minute_included(int minutesLater, bool isRefused)
    {
        Attempt[] earlier = [Ended(1, 0, Nine.AddHours(-1)), Ended(2, 0, Nine)];

        var refusal = StartRule.FindRefusal(QuizOf(allowed: 5, wait: 10), earlier, [], lessonsLeft: 0, Nine.AddMinutes(minutesLater));

        Assert.Equal(isRefused ? new StartRefusal.WaitUntil(Nine.AddMinutes(10)) : null, refusal);
    }

    [Fact]
    public void The_deadline_itself_is_still_in_time()
    {
        var attempt = Open(1, Nine);

        Assert.False(attempt.IsOver(attempt.Deadline));
        Assert.True(attempt.IsOver(attempt.Deadline.AddMicroseconds(1)));
    }

    [Fact]
    public void A_granted_attempt_adds_one_and_is_not_waited_for()
    {
        Attempt[] earlier = [Ended(1, 0, Nine), Ended(2, 0, Nine)];
        var now = Nine.AddMinutes(1);

        Assert.Null(StartRule.FindRefusal(QuizOf(allowed: 2, wait: 10), earlier, [Nine.AddSeconds(30)], lessonsLeft: 0, now));
        // Granted before the last one ended: used up by it.
        Assert.Equal(new StartRefusal.NoAttemptsLeft(2), StartRule.FindRefusal(QuizOf(allowed: 1, wait: 0), earlier, [Nine.AddMinutes(-5)], lessonsLeft: 0, now));
        Assert.Equal(new StartRefusal.LessonsUnfinished(1), StartRule.FindRefusal(QuizOf(allowed: 2, wait: 0), earlier, [now], lessonsLeft: 1, now));
    }

    [Theory]
    [InlineData(-60, 7 * 24, false)]
    [InlineData(-60, (7 * 24) + 1, true)]
    [InlineData(48, 7 * 24, false)]
    [InlineData(48, 9 * 24, false)]
    [InlineData(48, (9 * 24) + 1, true)]
    public void Who_was_excused_can_begin_for_a_week_after_the_window_or_after_leave_was_given(int givenHours, int nowHours, bool isRefused)
    {
        var terms = new QuizTerms { Title = "消防", OpensAt = Nine.AddDays(-1), ClosesAt = Nine, Minutes = 30, PassPercent = 60, AttemptsAllowed = 1 };
        var now = Nine.AddHours(nowHours);

        var refusal = StartRule.FindRefusal(QuizStanding.Closed, terms, Nine, [], [], now, excused: [Nine.AddHours(givenHours)]);

        Assert.Equal(isRefused ? new StartRefusal.WindowOver(Nine) : null, refusal);
        // The first attempt uses it.
        Assert.NotNull(StartRule.FindRefusal(QuizStanding.Closed, terms with { AttemptsAllowed = 2 }, Nine, [Ended(1, 0, Nine.AddHours(1))], [], now, excused: [Nine.AddHours(givenHours)]));
    }

    [Fact]
    public void What_was_given_before_the_start_is_told_apart()
    {
        QuizAllowance Given(int number, int? minutes) => new() { Id = Guid.NewGuid(), PersonId = Guid.Empty, QuizSlug = "q", AttemptNumber = number, Minutes = minutes, Reason = "r", GivenAt = Nine.AddHours(number), GivenBy = Guid.Empty };
        var allowances = new PersonAllowances([Given(0, null), Given(1, 20), Given(1, 5), Given(1, null), Given(2, 7)]);

        Assert.Equal([Nine.AddHours(1)], allowances.Granted);
        Assert.Equal([Nine], allowances.Excused);
        Assert.Equal((25, 7, 0), (allowances.MinutesFor(1), allowances.MinutesFor(2), allowances.MinutesFor(3)));
    }

    [Fact]
    public void Time_can_be_added_until_it_has_run_out()
    {
        var (open, over, ended) = (Open(1, Nine), Open(1, Nine), Ended(1, 0, Nine));
        var deadline = open.Deadline;

        Assert.True(open.Extend(15, deadline));
        Assert.False(over.Extend(15, deadline.AddMicroseconds(1)));
        Assert.False(ended.Extend(15, Nine));
        Assert.Equal((deadline.AddMinutes(15), deadline), (open.Deadline, over.Deadline));
        Assert.Throws<ArgumentOutOfRangeException>(() => open.Extend(0, Nine));
    }

    private static Quiz QuizOf(int allowed, int wait) => new()
    {
        Slug = "fire",
        Title = "消防",
        TitleEn = "Fire",
        Minutes = 30,
        PassPercent = 80,
        AttemptsAllowed = allowed,
        WaitMinutes = wait,
        Blueprint = new Blueprint([new BlueprintSection(QuestionKind.Single, 10, 1)]),
    };

    private static Attempt Ended(int number, int points, DateTime at)
    {
        var attempt = Open(number, at.AddMinutes(-20));
        attempt.Submit(points, answered: 10, at);
        return attempt;
    }

    private static Attempt Open(int number, DateTime startedAt) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = Guid.CreateVersion7(),
        QuizSlug = "fire",
        CourseSlug = "fire",
        CourseHash = "",
        Number = number,
        Seed = 1,
        StartedAt = startedAt,
        Deadline = startedAt.AddMinutes(30),
        PassPercent = 80,
        FullPoints = 10,
    };
}
