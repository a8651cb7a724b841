using TrainingHub.Contests;

namespace TrainingHub.UnitTests.Contests;

public sealed class ClassContestTests
{
    private static readonly ContestRules Rules = new() { Seconds = 20, Points = 10, WrongPoints = 1, Classes = 3 };

    [Fact]
    public void Ranks_classes_by_the_average_of_the_devices_present_whatever_their_size()
    {
        var state = Played().State;

        // Class 1: 5 of 6 right, one wrong: (50 - 1) / 6. Class 2: 8 of 10, two silent: 80 / 10. Class 3 has too few.
        Assert.Equal([(1, 1, 816, 5), (2, 2, 800, 8), (3, 3, 0, 0)], state.Ranking.Select(line => (line.Rank, line.Seat, line.Points, line.Right)));
    }

    [Fact]
    public void Without_its_devices_the_log_proves_the_same_ranking()
    {
        var log = Played().Step(ContestEntryKind.Ruled, 1, "B").Step(ContestEntryKind.Finished);

        var (whole, reduced) = (ContestReplay.Of(log.Entries), ContestReplay.Of(log.Reduced));

        Assert.True(whole.IsProven && reduced.IsProven);
        Assert.Equal(ContestRanking.DigestOf(whole.State.Ranking), ContestRanking.DigestOf(reduced.State.Ranking));
        Assert.Equal((whole.Compared, 0, 0), (reduced.Compared, reduced.State.Seats.Count, whole.State.Seats.Count));
        Assert.All(whole.State.Questions, question => Assert.Empty(question.Answers));
        Assert.Equal((13, 1), (reduced.State.Find(1)!.Chosen["A"], reduced.State.Find(1)!.Chosen["B"]));
    }

    [Fact]
    public void A_changed_count_is_found()
    {
        var log = Played().Step(ContestEntryKind.Finished);
        var forged = log.Reduced.Select(entry => entry is { Kind: ContestEntryKind.Counted, Seat: 2 } ? Of(entry, "A=10") : entry);

        Assert.False(ContestReplay.Of(forged).IsProven);
    }

    [Fact]
    public void Fewer_than_five_are_not_counted_and_counts_write_themselves()
    {
        var (few, all) = (ContestTally.Of(4, ["A", "A"]), ContestTally.Of(5, ["A", "BC", "A"]));

        Assert.Equal((null as int?, "", 5 as int?, "A=2;BC=1"), (few.Present, few.ToString(), all.Present, all.ToString()));
        Assert.Equal(all.Chosen, ContestTally.Read(5, "A=2;BC=1").Chosen);
        Assert.Equal(Rules, ContestRules.Parse(Rules.ToString()));
        Assert.False((Rules with { HasSpeed = true }).AreSound);
        Assert.False((Rules with { Classes = 1 }).AreSound);
    }

    [Fact]
    public void Points_are_given_to_no_single_device()
    {
        Assert.Equal(ContestRefusal.NotNow, Played().State.FindRefusal(ContestEntryKind.Adjusted, null, 1, ContestLog.Nine));
    }

    [Fact]
    public void Joining_is_closed_and_reopened_until_the_end()
    {
        var log = new ContestLog();
        log.Step(ContestEntryKind.JoiningClosed);
        Assert.True(log.State.IsJoiningClosed);
        Assert.Equal((ContestRefusal.NotNow as ContestRefusal?, null as ContestRefusal?), (log.State.FindRefusal(ContestEntryKind.JoiningClosed, null, null, ContestLog.Nine), log.State.FindRefusal(ContestEntryKind.JoiningOpened, null, null, ContestLog.Nine)));

        log.Step(ContestEntryKind.JoiningOpened).Step(ContestEntryKind.Finished).Step(ContestEntryKind.MistakesSent, amount: 7).Step(ContestEntryKind.MistakesSent, amount: 2);

        Assert.False(log.State.IsJoiningClosed);
        Assert.Equal((9, ContestPhase.Finished, true), (log.State.MistakesSent, log.State.Phase, ContestReplay.Of(log.Entries).IsProven));
        Assert.Equal(ContestRefusal.NotNow, log.State.FindRefusal(ContestEntryKind.JoiningOpened, null, null, ContestLog.Nine));
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(2, 5, false)]
    [InlineData(3, 5, true)]
    [InlineData(5, 10, true)]
    public void Hours_are_earned_by_answering_half(int answered, int counting, bool isEarned)
    {
        Assert.Equal(isEarned, ContestCredit.IsEarned(answered, counting));
    }

    /// <summary>One question: a class of six, one of ten and one of four devices.</summary>
    private static ContestLog Played()
    {
        var log = new ContestLog(Rules, items: 1, seats: 20);
        log.Open(1);
        for (var seat = 1; seat <= 14; seat++)
        {
            log.Answer(seat, 1, seat is 6 ? "B" : "A");
        }

        return log.Step(ContestEntryKind.Locked, 1).Count(1, 1, 6, "A=5;B=1").Count(1, 2, 10, "A=8").Count(1, 3, null, null).Step(ContestEntryKind.Revealed, 1, "A");
    }

    private static ContestEntry Of(ContestEntry entry, string text) =>
        new() { ContestId = entry.ContestId, Number = entry.Number, Kind = entry.Kind, At = entry.At, Seat = entry.Seat, Item = entry.Item, Text = text, Amount = entry.Amount };
}
