using TrainingHub.Questions;
using TrainingHub.Quizzes;

namespace TrainingHub.UnitTests.Quizzes;

public sealed class ArrangedQuizTests
{
    private static readonly DateTime Nine = new(2026, 3, 5, 1, 0, 0, DateTimeKind.Utc);

    private static readonly QuizTerms Terms = new()
    {
        Title = "春季安全测验",
        OpensAt = Nine,
        ClosesAt = Nine.AddHours(2),
        Minutes = 30,
        PassPercent = 80,
        AttemptsAllowed = 2,
        WaitMinutes = 10,
        UsesBank = true,
        Plan = new PaperPlan { Sections = [new PaperSection(new PaperFilter(), 10, 10)] },
    };

    [Fact]
    public void Starts_within_its_window_both_ends_included()
    {
        Assert.Equal(new StartRefusal.NotOpenYet(Nine), Refusal(Nine.AddMicroseconds(-1)));
        Assert.Null(Refusal(Nine));
        Assert.Null(Refusal(Terms.ClosesAt));
        Assert.Equal(new StartRefusal.WindowOver(Terms.ClosesAt), Refusal(Terms.ClosesAt.AddMicroseconds(1)));
        Assert.Equal(new StartRefusal.WindowOver(Terms.ClosesAt), Refusal(Nine, QuizStanding.Closed));
        Assert.Equal(new StartRefusal.NotRunning(), Refusal(Nine, QuizStanding.Withdrawn));
        Assert.Equal(new StartRefusal.NotRunning(), Refusal(Nine, QuizStanding.Draft));
    }

    [Fact]
    public void A_second_attempt_waits_whether_or_not_the_first_was_passed_and_a_third_is_granted()
    {
        Attempt[] one = [Ended(1, 90, Nine.AddMinutes(20))];
        Attempt[] two = [.. one, Ended(2, 95, Nine.AddMinutes(60))];

        Assert.Equal(new StartRefusal.WaitUntil(Nine.AddMinutes(30)), Refusal(Nine.AddMinutes(29), earlier: one));
        Assert.Null(Refusal(Nine.AddMinutes(30), earlier: one));
        Assert.Equal(new StartRefusal.NoAttemptsLeft(2), Refusal(Nine.AddMinutes(90), earlier: two));
        Assert.Null(Refusal(Nine.AddMinutes(61), earlier: two, granted: [Nine.AddMinutes(61)]));
    }

    [Fact]
    public void An_attempt_granted_after_the_window_can_be_started_for_a_week_and_once()
    {
        var granted = Terms.ClosesAt.AddHours(1);
        Attempt[] one = [Ended(1, 10, Nine.AddMinutes(20))];

        Assert.Null(Refusal(granted.AddDays(7), earlier: one, granted: [granted]));
        Assert.IsType<StartRefusal.WindowOver>(Refusal(granted.AddDays(7).AddMicroseconds(1), earlier: one, granted: [granted]));
        Assert.IsType<StartRefusal.WindowOver>(Refusal(granted.AddDays(1), earlier: [.. one, Ended(2, 10, granted.AddHours(1))], granted: [granted]));
    }

    [Fact]
    public void Minutes_added_after_a_grant_neither_take_it_nor_bind_it()
    {
        var (granted, now) = (Terms.ClosesAt.AddMinutes(10), Terms.ClosesAt.AddMinutes(15));
        Attempt[] one = [Ended(1, 10, Nine.AddMinutes(20))];
        StartRefusal? After(DateTime at, DateTime[] grants) => StartRule.FindRefusal(QuizStanding.Published, Terms, Terms.ClosesAt, one, grants, at, added: 30);
        bool IsUnbound(DateTime at, DateTime[] grants) => StartRule.IsUnbound(QuizStanding.Published, Terms.ClosesAt, one, grants, at, [], added: 30);

        Assert.Null(After(now, [granted]));
        Assert.Null(After(granted.AddDays(7), [granted]));
        Assert.True(IsUnbound(now, [granted]));
        // Without a grant the window is longer by the minutes, and binds.
        Assert.Null(After(Terms.ClosesAt.AddMinutes(30), []));
        Assert.Equal(new StartRefusal.WindowOver(Terms.ClosesAt.AddMinutes(30)), After(Terms.ClosesAt.AddMinutes(31), []));
        Assert.False(IsUnbound(Terms.ClosesAt.AddMinutes(30), []));
        Assert.False(IsUnbound(now, [Terms.ClosesAt.AddMinutes(-1)]));
    }

    [Fact]
    public void Minutes_added_to_leave_do_not_let_the_window_bind()
    {
        DateTime[] excused = [Nine];

        Assert.True(StartRule.IsUnbound(QuizStanding.Published, Terms.ClosesAt, [], [], Terms.ClosesAt.AddMinutes(1), excused, added: 30));
        Assert.False(StartRule.IsUnbound(QuizStanding.Published, Terms.ClosesAt, [], [], Terms.ClosesAt, excused, added: 30));
    }

    [Fact]
    public void The_end_of_the_window_ends_an_attempt_unless_it_does_not_bind_the_person()
    {
        Assert.Equal(Nine.AddMinutes(30), Terms.DeadlineOf(Nine, Terms.ClosesAt));
        Assert.Equal(Terms.ClosesAt, Terms.DeadlineOf(Terms.ClosesAt.AddMinutes(-5), Terms.ClosesAt));
        Assert.Equal(Terms.ClosesAt.AddMinutes(90), Terms.DeadlineOf(Terms.ClosesAt.AddMinutes(60), null));
    }

    [Fact]
    public void Best_first_or_last_counts()
    {
        Attempt[] attempts = [Ended(2, 90, Nine.AddMinutes(40)), Ended(1, 70, Nine), Ended(3, 90, Nine.AddMinutes(80)), Ended(4, 60, Nine.AddMinutes(99)), Open(5)];

        Assert.Equal(2, QuizTerms.CountingOf(CountingAttempt.Best, attempts)?.Number);
        Assert.Equal(1, QuizTerms.CountingOf(CountingAttempt.First, attempts)?.Number);
        Assert.Equal(4, QuizTerms.CountingOf(CountingAttempt.Last, attempts)?.Number);
        Assert.Null(QuizTerms.CountingOf(CountingAttempt.Best, [Open(1)]));
    }

    [Fact]
    public void Nothing_that_decides_about_grades_changes_once_somebody_has_begun()
    {
        var wished = Terms with
        {
            Title = "更名",
            ClosesAt = Nine.AddHours(3),
            AttemptsAllowed = 3,
            Minutes = 60,
            PassPercent = 60,
            Counts = CountingAttempt.Last,
            Courses = ["fire"],
            UsesBank = false,
            Plan = new PaperPlan(),
        };

        Assert.Equal(Terms with { Title = "更名", ClosesAt = Nine.AddHours(3), AttemptsAllowed = 3 }, wished.WithGradesOf(Terms));
    }

    [Fact]
    public void Tells_what_is_released_when_it_is()
    {
        var policy = new ReleasePolicy(ReleaseMoment.AtOnce, ReleaseMoment.AfterWindow, ReleaseMoment.Never);

        Assert.Equal(new ReleasePolicy.Released(true, false, false), policy.On(isOver: false));
        Assert.Equal(new ReleasePolicy.Released(true, true, false), policy.On(isOver: true));
        Assert.True(policy.IsInOrder);
        Assert.False(new ReleasePolicy(ReleaseMoment.AfterWindow, ReleaseMoment.AtOnce, ReleaseMoment.Never).IsInOrder);
    }

    [Fact]
    public void Completes_programmes_only_where_passing_is_told_at_once_and_stays()
    {
        var later = new ReleasePolicy(ReleaseMoment.AfterWindow, ReleaseMoment.AfterWindow, ReleaseMoment.Never);

        Assert.True((Terms with { Counts = CountingAttempt.Best, Release = ReleasePolicy.Open }).MayCompleteProgrammes);
        Assert.False((Terms with { Counts = CountingAttempt.Best, Release = later }).MayCompleteProgrammes);
        Assert.False((Terms with { Counts = CountingAttempt.Last, Release = ReleasePolicy.Open }).MayCompleteProgrammes);
        Assert.False((Terms with { Counts = CountingAttempt.First, Release = ReleasePolicy.Open }).MayCompleteProgrammes);
    }

    [Fact]
    public void Faulty_terms_are_named()
    {
        Assert.Empty(Terms.Faults());
        Assert.Equal([QuizTermsFault.WindowBackwards], (Terms with { ClosesAt = Nine }).Faults());
        Assert.Equal([QuizTermsFault.WindowTooShort], (Terms with { ClosesAt = Nine.AddMinutes(29) }).Faults());
        Assert.Equal(
            [QuizTermsFault.MinutesOutOfRange, QuizTermsFault.PercentOutOfRange, QuizTermsFault.AttemptsOutOfRange, QuizTermsFault.WaitOutOfRange, QuizTermsFault.ReleaseBackwards, QuizTermsFault.NoSource],
            (Terms with { Minutes = 0, PassPercent = 101, AttemptsAllowed = 0, WaitMinutes = -1, UsesBank = false, Release = new ReleasePolicy(ReleaseMoment.Never, ReleaseMoment.AtOnce, ReleaseMoment.AtOnce) }).Faults());
    }

    [Fact]
    public void Goes_from_draft_to_published_to_closed_or_withdrawn_and_never_back()
    {
        var quiz = new ArrangedQuiz { Id = Guid.NewGuid(), Slug = "K7M3QX9P", OrganizationId = Guid.NewGuid(), CreatedAt = Nine, CreatedBy = Guid.NewGuid() };
        quiz.Agree(Terms, "{}");

        Assert.False(quiz.Move(QuizStanding.Closed, Nine));
        Assert.True(quiz.Move(QuizStanding.Published, Nine));
        Assert.False(quiz.Move(QuizStanding.Draft, Nine));
        Assert.True(quiz.Move(QuizStanding.Closed, Nine.AddHours(1)));
        Assert.False(quiz.Move(QuizStanding.Published, Nine));
        Assert.Equal((Nine.AddHours(1), 3), (quiz.ClosesAt, quiz.Version));
    }

    private static StartRefusal? Refusal(DateTime now, QuizStanding standing = QuizStanding.Published, Attempt[]? earlier = null, DateTime[]? granted = null) =>
        StartRule.FindRefusal(standing, Terms, Terms.ClosesAt, earlier ?? [], granted ?? [], now);

    private static Attempt Ended(int number, int points, DateTime at)
    {
        var attempt = Open(number, at.AddMinutes(-20));
        attempt.Submit(points, answered: 10, at);
        return attempt;
    }

    private static Attempt Open(int number, DateTime? startedAt = null) => new()
    {
        Id = Guid.CreateVersion7(),
        PersonId = Guid.Empty,
        QuizSlug = "K7M3QX9P",
        CourseSlug = "",
        CourseHash = "",
        Number = number,
        Seed = 1,
        StartedAt = startedAt ?? Nine,
        Deadline = (startedAt ?? Nine).AddMinutes(30),
        PassPercent = 80,
        FullPoints = 100,
    };
}
