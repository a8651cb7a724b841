using FsCheck;
using FsCheck.Fluent;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.People;

public sealed class PrimaryPostTests
{
    private static readonly DateOnly Start = new(2026, 3, 1);
    private static readonly Guid[] Keys = [.. Enumerable.Range(1, 4).Select(number => new Guid(number, 0, 0, new byte[8]))];

    [Fact]
    public void There_is_exactly_one_main_post_on_every_day_on_which_a_post_is_held()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var posts = Keys.Select(key => Post(key, random)).ToList();

            var settled = PrimaryPost.Settle(posts, random.Next(2) == 0 ? Keys[0] : null, Start);

            return Enumerable.Range(0, 60).Select(Start.AddDays).All(day =>
                settled.Count(post => post.From <= day && day <= post.Until && post.IsPrimary) == (posts.Any(post => post.From <= day && day <= post.Until) ? 1 : 0))
                && posts.All(post => settled.Where(piece => piece.Key == post.Key).Sum(Length) == Length(post));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void Making_a_post_the_main_one_cuts_the_earlier_one_and_leaves_the_past()
    {
        PostSpan[] posts = [new(Keys[0], new(2020, 9, 1), Day.Open, true), new(Keys[1], new(2024, 9, 1), Day.Open, false)];

        var settled = PrimaryPost.Settle(posts, Keys[1], Start);

        Assert.Equal(
        [
            new(Keys[0], new(2020, 9, 1), Start.AddDays(-1), true), new(Keys[0], Start, Day.Open, false),
            new(Keys[1], new(2024, 9, 1), Start.AddDays(-1), false), new(Keys[1], Start, Day.Open, true),
        ], settled);
    }

    [Fact]
    public void The_earliest_other_post_follows_when_the_main_one_ends()
    {
        PostSpan[] posts =
            [new(Keys[0], new(2020, 9, 1), Start.AddDays(-1), true), new(Keys[1], new(2025, 9, 1), Day.Open, false), new(Keys[2], new(2024, 9, 1), Day.Open, false)];

        var settled = PrimaryPost.Settle(posts, null, Start);

        Assert.Contains(new PostSpan(Keys[2], Start, Day.Open, true), settled);
        Assert.Contains(posts[1], settled);
    }

    [Fact]
    public void Posts_that_are_right_stay_as_they_are()
    {
        PostSpan[] posts = [new(Keys[0], new(2020, 9, 1), Day.Open, true), new(Keys[1], Start, Day.Open, false)];

        Assert.Equal(posts, PrimaryPost.Settle(posts, null, Start));
    }

    private static PostSpan Post(Guid key, Random random)
    {
        var from = Start.AddDays(random.Next(-20, 30));
        return new PostSpan(key, from, random.Next(3) == 0 ? Day.Open : from.AddDays(random.Next(0, 30)), random.Next(2) == 0);
    }

    private static int Length(PostSpan post) => post.Until.DayNumber - post.From.DayNumber + 1;
}
