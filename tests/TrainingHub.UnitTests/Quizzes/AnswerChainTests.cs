using TrainingHub.Quizzes;

namespace TrainingHub.UnitTests.Quizzes;

public sealed class AnswerChainTests
{
    private static readonly DateTime Nine = new(2026, 3, 5, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Id = new("01930000-0000-7000-8000-000000000001");

    [Fact]
    public void Every_entry_covers_the_one_before_in_whatever_order_the_log_is_read()
    {
        AnswerEntry[] log = [Entry(1, 1, "A", 0), Entry(2, 1, "BC", 5), Entry(1, 2, "D", 9), Entry(3, 1, "A", 4, isLate: true)];

        var chain = AnswerChain.Of(Id, log);

        Assert.Equal(chain, AnswerChain.Of(Id, Enumerable.Reverse(log)));
        Assert.Equal([(1, 1), (2, 1), (1, 2), (3, 1)], chain.Select(link => (link.Entry.Item, link.Entry.Version)));
        Assert.Equal(chain[2].Hash, AnswerChain.HeadOf(Id, log));
        Assert.Equal("3537d540a777", chain[0].Hash[..12]);
    }

    [Fact]
    public void Whatever_is_changed_put_in_or_taken_out_changes_the_head()
    {
        AnswerEntry[] log = [Entry(1, 1, "A", 0), Entry(2, 1, "BC", 5), Entry(1, 2, "D", 9)];
        AnswerEntry[][] others =
        [
            [Entry(1, 1, "B", 0), log[1], log[2]],
            [Entry(1, 1, "A", 1), log[1], log[2]],
            [log[0], log[2]],
            [.. log, Entry(4, 1, "A", 9)],
            [log[0], log[1], Entry(1, 3, "D", 9)],
        ];

        Assert.All(others, other => Assert.NotEqual(AnswerChain.HeadOf(Id, log), AnswerChain.HeadOf(Id, other)));
        Assert.NotEqual(AnswerChain.HeadOf(Id, log), AnswerChain.HeadOf(Guid.NewGuid(), log));
    }

    [Fact]
    public void What_comes_late_does_not_move_the_head_and_handing_in_keeps_it()
    {
        AnswerEntry[] log = [Entry(1, 1, "A", 3)];
        var attempt = new Attempt
        {
            Id = Id,
            PersonId = Guid.Empty,
            QuizSlug = "fire",
            CourseSlug = "fire",
            CourseHash = "",
            Number = 1,
            Seed = 1,
            StartedAt = Nine,
            Deadline = Nine.AddMinutes(30),
            PassPercent = 80,
            FullPoints = 10,
        };

        attempt.Seal(log);
        attempt.Submit(0, 1, Nine.AddMinutes(4));
        attempt.Seal([]);

        Assert.Equal(AnswerChain.HeadOf(Id, [.. log, Entry(2, 1, "A", 1, isLate: true)]), attempt.LogHash);
    }

    private static AnswerEntry Entry(int item, int version, string choice, int minute, bool isLate = false) =>
        new() { AttemptId = Id, Item = item, Version = version, Choice = choice, SavedAt = Nine.AddMinutes(minute), IsLate = isLate };
}
