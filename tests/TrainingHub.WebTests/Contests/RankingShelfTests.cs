using TrainingHub.Contests.Open;

namespace TrainingHub.WebTests.Contests;

/// <summary>Who waits for whom when several look at one ranking.</summary>
public sealed class RankingShelfTests
{
    private static readonly DateTime Now = TestClock.Start.UtcDateTime;
    private static readonly SeenRanking Seen = new(new OpenRanking([], []), Now);

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task Nobody_waits_for_a_ranking_that_is_not_kept_and_one_that_is_kept_is_made_once(bool isKept, int made)
    {
        var (shelf, contest, gate, count) = (new RankingShelf(), Guid.NewGuid(), new TaskCompletionSource(), 0);
        await shelf.GetAsync(contest, "old", Now, () => Task.FromResult((Seen, Until: isKept ? Now : (DateTime?)null)), default);

        var first = shelf.GetAsync(contest, "new", Now, MakeAsync, default);
        var second = shelf.GetAsync(contest, "new", Now, MakeAsync, default);
        var begun = count;
        gate.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal((made, made), (begun, count));

        async Task<(SeenRanking, DateTime?)> MakeAsync()
        {
            count++;
            await gate.Task;
            return (Seen, isKept ? Now : null);
        }
    }
}
