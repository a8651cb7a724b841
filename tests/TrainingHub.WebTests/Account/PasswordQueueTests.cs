using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Account;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Account;

public sealed class PasswordQueueTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    [Fact]
    public async Task Lets_in_as_many_as_there_are_seats_and_the_next_in_order()
    {
        using var queue = new PasswordQueue(seats: 1, mostWaitingEach: 2, othersWait: () => false);
        var first = await queue.EnterAsync(default);
        var second = queue.EnterAsync(default).AsTask();
        var third = queue.EnterAsync(default).AsTask();

        Assert.Null(await queue.EnterAsync(default));
        Assert.False(second.IsCompleted);
        first!.Dispose();
        first.Dispose();
        var seat = await second;
        Assert.False(third.IsCompleted);
        seat!.Dispose();

        Assert.NotNull(await third);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_room()
    {
        using var queue = new PasswordQueue(seats: 1, mostWaitingEach: 1, othersWait: () => false);
        var first = await queue.EnterAsync(default);
        using var patience = new CancellationTokenSource();
        var second = queue.EnterAsync(patience.Token).AsTask();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = queue.EnterAsync(default).AsTask();
        first!.Dispose();

        Assert.NotNull(await third);
    }

    [Fact]
    public async Task Lets_requests_that_wait_for_a_core_go_first_but_not_for_ever()
    {
        var asked = 0;
        using var full = new PasswordQueue(seats: 1, mostWaitingEach: 1, othersWait: () => ++asked > 0);
        using var soonFree = new PasswordQueue(seats: 1, mostWaitingEach: 1, othersWait: () => ++asked < 3);

        var patient = full.EnterAsync(default);
        Assert.False(patient.IsCompleted);
        Assert.NotNull(await patient);
        Assert.True(asked > 1);

        asked = 0;
        Assert.NotNull(await soonFree.EnterAsync(default));
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task Asks_to_wait_when_too_many_sign_in_and_lets_everybody_else_go_on()
    {
        using var learner = await app.SignInAsync(SmallWorld.Principal);
        using var visitor = app.Visitor();
        var queue = app.Services.GetRequiredService<PasswordQueue>();
        using var gone = new CancellationTokenSource();
        var waiting = new List<Task<IDisposable?>>();
        do
        {
            waiting.Add(queue.EnterAsync(gone.Token).AsTask());
        }
        while (!waiting[^1].IsCompletedSuccessfully || await waiting[^1] is not null);

        using var answer = await visitor.PostAsync("/account/session", new() { ["Who"] = "YL0001", ["Password"] = World.Password }, tokenFrom: "/account/session");
        var page = await learner.ReadAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(PasswordQueue.RetryAfterSeconds), answer.Headers.RetryAfter?.Delta);
        Assert.Contains("同时登录的人太多", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("沈知南", page, StringComparison.Ordinal);

        await gone.CancelAsync();
        foreach (var seat in waiting)
        {
            // Whoever gave up in the moment in which a seat became free has it all the same.
            await Record.ExceptionAsync(async () => (await seat)?.Dispose());
        }

        using var after = await visitor.PostAsync("/account/session", new() { ["Who"] = "YL0001", ["Password"] = World.Password }, tokenFrom: "/account/session");
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }
}
