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
        await shelf.GetAsync(contest, "old", Now, () => Task.FromResult((Seen, Until: isKept ? Now : (DateTime?)null)), MakeAsync, default);

        var first = shelf.GetAsync(contest, "new", Now, MakeAsync, MakeAsync, default);
        var second = shelf.GetAsync(contest, "new", Now, MakeAsync, MakeAsync, default);
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

    [Fact]
    public async Task The_first_readers_of_a_large_one_have_it_made_once()
    {
        var (shelf, contest, gate, count) = (new RankingShelf(), Guid.NewGuid(), new TaskCompletionSource(), 0);

        var readers = Enumerable.Range(0, 5).Select(_ => shelf.GetAsync(contest, "mark", Now, MakeAsync, MakeAsync, default)).ToList();
        gate.SetResult();
        await Task.WhenAll(readers);

        Assert.Equal(1, count);

        async Task<(SeenRanking, DateTime?)> MakeAsync()
        {
            count++;
            await gate.Task;
            return (Seen, Now);
        }
    }

    [Fact]
    public async Task One_that_is_no_longer_fresh_is_shown_while_one_reader_has_it_made_anew()
    {
        var (shelf, contest, gate, count) = (new RankingShelf(), Guid.NewGuid(), new TaskCompletionSource(), 0);
        var newer = Seen with { At = Now.AddMinutes(2) };
        await shelf.GetAsync(contest, "mark", Now, () => Task.FromResult((Seen, (DateTime?)Now)), RemakeAsync, default);

        var later = Now.AddMinutes(2);
        SeenRanking[] shown = [await GetAsync(later), await GetAsync(later)];
        gate.SetResult();
        var (begun, fresh) = (count, await GetAsync(later));
        for (var turn = 0; turn < 100 && fresh.At == Now; turn++)
        {
            await Task.Delay(10);
            fresh = await GetAsync(later);
        }

        var tooOld = await GetAsync(later.AddMinutes(1) + RankingShelf.Passable);

        Assert.Equal((1, Now, Now), (begun, shown[0].At, shown[1].At));
        Assert.Equal(newer.At, fresh.At);
        Assert.Equal(DateTime.MinValue, tooOld.At);

        Task<SeenRanking> GetAsync(DateTime now) => shelf.GetAsync(contest, "mark", now, () => Task.FromResult((Seen with { At = DateTime.MinValue }, (DateTime?)now)), RemakeAsync, default);

        async Task<(SeenRanking, DateTime?)> RemakeAsync()
        {
            count++;
            await gate.Task;
            return (newer, newer.At);
        }
    }
}
