using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TrainingHub.Contests;
using TrainingHub.Seeds;
using TrainingHub.Storage;

namespace TrainingHub.BrowserTests;

/// <summary>Contests on a stage with a host, a big screen and four teams: two with a phone, two for which the host types.</summary>
public sealed class StageTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private int _item;

    [Fact]
    public async Task Both_rule_sets_are_played_through_by_four_teams()
    {
        await using var host = await app.VisitAsync();
        await host.SignInAsync(SmallWorld.LinxiOfficer);
        await using var first = await app.VisitAsync(Visit.Phone);
        await using var second = await app.VisitAsync(Visit.Phone);

        await PlayAsync(host, [first, second], "A", PlayFirstSetAsync);
        await PlayAsync(host, [first, second], "B", PlaySecondSetAsync);
    }

    private async Task PlayAsync(Visit host, Visit[] phones, string preset, Func<IPage, IPage, IPage, IReadOnlyList<string>, Task<int[]>> playAsync)
    {
        var code = await PrepareAsync(host, preset);
        var screen = await host.Context.NewPageAsync();
        await screen.GotoAsync($"/contests/{code}/screen");
        // A page behind another one draws once a second, and every press waits until nothing moves.
        await host.Page.BringToFrontAsync();
        var links = await host.Page.Locator("[data-device]").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var (phone, link) in phones.Zip(links))
        {
            await phone.OpenAsync(link);
            await phone.Page.ClickAsync("main form button");
            await phone.Page.WaitForURLAsync("**/team");
        }

        var order = await playAsync(host.Page, phones[0].Page, phones[1].Page, await KeysAsync(code));

        await StepAsync(host.Page, "[data-step=Finished]");
        await Assertions.Expect(screen.Locator("h1")).ToHaveTextAsync("最终名次");
        Assert.Equal(order.Select(team => $"第{team}队"), await screen.Locator(".ranks li span:nth-child(2)").AllInnerTextsAsync());
        await Assertions.Expect(phones[0].Page.Locator("[data-said]")).ToHaveTextAsync("竞赛结束");
        foreach (var phone in phones)
        {
            Assert.Equal(0, await phone.OverflowAsync());
        }

        await host.OpenAsync($"/contests/{code}/sheet");
        Assert.Contains("裁判长", await host.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await screen.CloseAsync();
    }

    /// <summary>甲式; the teams in the order of their places.</summary>
    private async Task<int[]> PlayFirstSetAsync(IPage host, IPage first, IPage second, IReadOnlyList<string> keys)
    {
        await BeginAsync(host, "个人必答");
        await AskAsync(host);
        await AnswerAsync(first, keys[_item - 1]);
        await JudgeGivenAsync(host, 1);
        await AskAsync(host);
        await AnswerAsync(second, keys[_item - 1]);
        await JudgeGivenAsync(host, 2);
        await SayAsync(host, isRight: true, times: 2);
        await PlayAudienceAsync(host);
        await BeginAsync(host, "小组必答");
        await SayAsync(host, isRight: true, times: 4);
        await PlayAudienceAsync(host);
        await AssertPointsAsync(host, 130, 130, 130, 130);

        // The first team names the second, which is wrong: the points go to who asked.
        await BeginAsync(host, "风险题");
        await first.SelectOptionAsync("#stake", "30");
        await first.SelectOptionAsync("#named", "2");
        await first.ClickAsync("[data-choice] button.btn-primary:not([disabled])");
        await Assertions.Expect(host.Locator("[data-turn]")).ToContainTextAsync("指定第2队");
        await SayAsync(host, isRight: false);
        await second.ClickAsync("[data-decline]:not([disabled])");
        await ChooseAsync(host, 3, "10");
        await SayAsync(host, isRight: true);
        await DeclineAsync(host, 4);
        await AssertPointsAsync(host, 160, 130, 140, 130);
        await BeginAsync(host, "风险题");
        await DeclineAsync(host, 1);
        await second.SelectOptionAsync("#stake", "30");
        await second.ClickAsync("[data-choice] button.btn-primary:not([disabled])");
        await Assertions.Expect(host.Locator("[data-turn]")).ToContainTextAsync("自答");
        await SayAsync(host, isRight: true);
        await ChooseAsync(host, 3, "20");
        await SayAsync(host, isRight: true);
        await ChooseAsync(host, 4, "10");
        await SayAsync(host, isRight: true);
        await PlayAudienceAsync(host);
        await AssertPointsAsync(host, 160, 160, 160, 140);

        // The second team starts falsely; the first is first and wrong, and the question goes to the audience.
        await BeginAsync(host, "抢答题");
        await StepAsync(host, "[data-step=Asked]");
        await second.ClickAsync("[data-buzz] button:not([disabled])");
        await Assertions.Expect(second.Locator("[data-receipt]")).ToContainTextAsync("提前抢答");
        await Assertions.Expect(host.Locator("[data-false-starts]")).ToContainTextAsync("第2队");
        await StepAsync(host, "[data-step=Opened]");
        await BuzzAsync(first, host, 1);
        await StepAsync(host, "[data-step=Wrong]");
        await ToAudienceAsync(host);
        await AskAsync(host);
        await StepAsync(host, "[data-step=Buzzed][data-team='3']");
        await StepAsync(host, "[data-step=Wrong]");
        await ToAudienceAsync(host);
        await AssertPointsAsync(host, 150, 150, 150, 140);

        await BeginAsync(host, "加赛");
        await AskAsync(host);
        await BuzzAsync(first, host, 1);
        await StepAsync(host, "[data-step=Right]");
        await AskAsync(host);
        await BuzzAsync(second, host, 2);
        await StepAsync(host, "[data-step=Right]");
        return [1, 2, 3, 4];
    }

    /// <summary>乙式; the teams in the order of their places.</summary>
    private async Task<int[]> PlaySecondSetAsync(IPage host, IPage first, IPage second, IReadOnlyList<string> keys)
    {
        await BeginAsync(host, "个人必答");
        await SayAsync(host, isRight: true, times: 4);

        await BeginAsync(host, "共答题");
        await AskAsync(host);
        var key = keys[_item - 1];
        await AnswerAsync(first, key);
        await Assertions.Expect(host.Locator("#hall")).ToContainTextAsync("第1队答");
        await AnswerAsync(second, key);
        await Assertions.Expect(host.Locator("#hall")).ToContainTextAsync("第2队答");
        await TypeAsync(host, 3, key);
        await TypeAsync(host, 4, key.Contains('A', StringComparison.Ordinal) ? "B" : "A");
        await StepAsync(host, "[data-step=Judged]");
        await AssertPointsAsync(host, 130, 130, 130, 110);

        await BeginAsync(host, "风险题");
        await ChooseAsync(host, 1, "10");
        await SayAsync(host, isRight: true);
        await DeclineAsync(host, 2);
        await DeclineAsync(host, 3);
        await ChooseAsync(host, 4, "30");
        await SayAsync(host, isRight: true);

        await BeginAsync(host, "抢答题");
        await AskAsync(host);
        await BuzzAsync(second, host, 2);
        await StepAsync(host, "[data-step=Right]");
        await StepAsync(host, "[data-step=Asked]");
        await StepAsync(host, "[data-step=FalseStarted][data-team='3']");
        await StepAsync(host, "[data-step=Opened]");
        await StepAsync(host, "[data-step=Revealed]");
        await AssertPointsAsync(host, 140, 140, 120, 140);

        await BeginAsync(host, "加赛");
        await AskAsync(host);
        await BuzzAsync(first, host, 1);
        await StepAsync(host, "[data-step=Wrong]");
        await AskAsync(host);
        await BuzzAsync(second, host, 2);
        await StepAsync(host, "[data-step=Right]");
        return [2, 4, 1, 3];
    }

    private static async Task<string> PrepareAsync(Visit host, string preset)
    {
        await host.OpenAsync($"/contests/stages/new?preset={preset}");
        await host.Page.FillAsync("#Title", $"舞台赛{preset}");
        await host.Page.UncheckAsync("input[name=UsesBank]");
        await host.Page.CheckAsync("input[name=Courses][value='fire-safety']");
        foreach (var members in await host.Page.Locator("input[name$='.Members']").AllAsync())
        {
            await members.FillAsync("1");
        }

        // Fewer questions than the rule set has, and time enough for a slow machine.
        foreach (var (at, questions) in (await host.Page.Locator("input[name$='.Questions']").AllAsync()).Index())
        {
            var block = await host.Page.InputValueAsync($"[name='Rounds[{at}].Block']");
            await questions.FillAsync(block is "Buzz" ? "2" : block is "SuddenDeath" ? "3" : "1");
            await host.Page.FillAsync($"[name='Rounds[{at}].Seconds']", "300");
        }

        await host.Page.ClickAsync("form[action='/contests/stages'] button.btn-primary");
        await host.Page.WaitForURLAsync("**/stage/settings");
        await host.Page.ClickAsync("form[action$='/preparation'] button");
        await host.Page.WaitForURLAsync("**/host");
        return host.Page.Url.Split('/')[^2];
    }

    private async Task<IReadOnlyList<string>> KeysAsync(string code)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var id = await scope.ServiceProvider.GetRequiredService<Db>().Contests.Where(contest => contest.Code == code).Select(contest => contest.Id).SingleAsync();
        var room = await app.Services.GetRequiredService<ContestRooms>().FindAsync(id, default) ?? throw new InvalidOperationException("The contest was not prepared.");
        return [.. room.Cards.Select(card => card.Right)];
    }

    /// <summary>One press of the host; comes back when the page shows what came of it.</summary>
    private static async Task StepAsync(IPage host, string button)
    {
        var before = await host.Locator("[data-number]").GetAttributeAsync("data-number") ?? "";
        await host.ClickAsync($"{button}:not([disabled])");
        await host.WaitForSelectorAsync($"[data-number]:not([data-number='{before}'])");
    }

    private static async Task BeginAsync(IPage host, string block)
    {
        await StepAsync(host, "[data-step=RoundBegun]");
        await Assertions.Expect(host.Locator("[data-turn]")).ToContainTextAsync(block);
    }

    /// <summary>Shows the next question and says 「开始」.</summary>
    private async Task AskAsync(IPage host)
    {
        await StepAsync(host, "[data-step=Asked]");
        await StepAsync(host, "[data-step=Opened]");
        _item = int.Parse(await host.Locator("[data-turn]").GetAttributeAsync("data-item") ?? "", CultureInfo.InvariantCulture);
    }

    private async Task SayAsync(IPage host, bool isRight, int times = 1)
    {
        for (var turn = 0; turn < times; turn++)
        {
            await AskAsync(host);
            await StepAsync(host, isRight ? "[data-step=Right]" : "[data-step=Wrong]");
        }
    }

    private async Task PlayAudienceAsync(IPage host)
    {
        await BeginAsync(host, "观众题");
        await AskAsync(host);
        await StepAsync(host, "[data-step=Revealed]");
    }

    private static async Task ToAudienceAsync(IPage host)
    {
        await StepAsync(host, "[data-step=PassedOn]");
        await StepAsync(host, "[data-step=Revealed]");
    }

    private static async Task AnswerAsync(IPage team, string key)
    {
        foreach (var letter in key)
        {
            await team.ClickAsync($"[data-letter={letter}]:not([disabled])");
        }

        if (await team.Locator("[data-send]").CountAsync() > 0)
        {
            await team.ClickAsync("[data-send]");
        }

        await Assertions.Expect(team.Locator("[data-receipt]")).ToContainTextAsync("已提交");
    }

    private static async Task JudgeGivenAsync(IPage host, int team)
    {
        await Assertions.Expect(host.Locator("#hall")).ToContainTextAsync($"第{team}队答");
        await StepAsync(host, "[data-step=Judged]");
    }

    private static async Task TypeAsync(IPage host, int team, string letters)
    {
        await host.FillAsync($"#given-{team}", letters);
        await StepAsync(host, $"[data-step=Given][data-team='{team}']");
    }

    private static async Task BuzzAsync(IPage team, IPage host, int number)
    {
        await team.ClickAsync("[data-buzz] button:not([disabled])");
        await Assertions.Expect(host.Locator("[data-buzzer]")).ToContainTextAsync($"第{number}队抢到");
    }

    private static async Task ChooseAsync(IPage host, int team, string points)
    {
        await Assertions.Expect(host.Locator("[data-turn]")).ToContainTextAsync($"第{team}队");
        await host.SelectOptionAsync("#choice-points", points);
        await StepAsync(host, "[data-step=Chosen]");
    }

    private static async Task DeclineAsync(IPage host, int team)
    {
        await Assertions.Expect(host.Locator("[data-turn]")).ToContainTextAsync($"第{team}队");
        await StepAsync(host, "[data-step=Declined]");
    }

    private static async Task AssertPointsAsync(IPage host, params int[] points)
    {
        foreach (var (at, expected) in points.Index())
        {
            await Assertions.Expect(host.Locator($"[data-points='{at + 1}']")).ToHaveTextAsync($"{expected}");
        }
    }
}
