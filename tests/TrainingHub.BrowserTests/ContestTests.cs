using Microsoft.Playwright;
using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>A contest with a host, a big screen and two players: one who is signed in and taps, a guest with a keyboard.</summary>
public sealed class ContestTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task Is_played_from_preparing_to_the_podium()
    {
        await using var host = await app.VisitAsync();
        await host.SignInAsync(SmallWorld.LinxiOfficer);
        var code = await PrepareAsync(host);
        var screen = await host.Context.NewPageAsync();
        await screen.GotoAsync($"/contests/{code}/screen");
        await using var phone = await app.VisitAsync(Visit.Phone);
        await phone.SignInAsync(SmallWorld.Principal);
        await phone.OpenAsync($"/contests/{code}");
        await phone.Page.ClickAsync("form[action$='/seats'] button");
        await using var guest = await app.VisitAsync();
        await guest.OpenAsync($"/contests/{code}");
        await guest.Page.FillAsync("#Place", "3-14");
        await guest.Page.FillAsync("#Name", "来宾甲");
        await guest.Page.ClickAsync("form[action$='/seats'] button");
        await Assertions.Expect(screen.Locator("[data-seats]")).ToHaveTextAsync("2");
        await host.Page.ClickAsync("[data-step=JoiningClosed]");
        await Assertions.Expect(screen.Locator("footer")).ToContainTextAsync("主持人已停止加入");
        await using var late = await app.VisitAsync();
        await late.OpenAsync($"/contests/{code}");
        await Assertions.Expect(late.Page.Locator("main")).ToContainTextAsync("主持人已停止加入");
        await host.Page.ClickAsync("[data-step=JoiningOpened]");
        await Assertions.Expect(screen.Locator(".join .code")).ToHaveTextAsync(code);

        for (var item = 1; item <= 2; item++)
        {
            await StepAsync(host, "Opened");
            await phone.Page.ClickAsync("[data-letter=A]:not([disabled])");
            await Assertions.Expect(phone.Page.Locator("[data-receipt]")).ToContainTextAsync("已提交A");
            await guest.Page.WaitForSelectorAsync("[data-letter=B]:not([disabled])");
            await guest.Page.Keyboard.PressAsync("2");
            await Assertions.Expect(guest.Page.Locator("[data-receipt]")).ToContainTextAsync("已提交B");
            // A page that is loaded anew knows what it sent.
            await guest.Page.ReloadAsync();
            await Assertions.Expect(guest.Page.Locator("[data-receipt]")).ToContainTextAsync("已提交B");
            await Assertions.Expect(screen.Locator("[data-answered]")).ToHaveTextAsync("2");
            await StepAsync(host, "Locked");
            await StepAsync(host, "Revealed");
            await Assertions.Expect(screen.Locator(".con-right")).ToHaveCountAsync(1);
            await Assertions.Expect(phone.Page.Locator("[data-receipt]")).ToContainTextAsync("答");
            Assert.Equal(0, await phone.OverflowAsync());
            if (item == 1)
            {
                await StepAsync(host, "Next");
                await Assertions.Expect(screen.Locator(".ranks li")).ToHaveCountAsync(2);
            }
        }

        await StepAsync(host, "Finished");
        await Assertions.Expect(screen.Locator("h1")).ToHaveTextAsync("最终排名");
        await Assertions.Expect(phone.Page.Locator("[data-rank]")).ToContainTextAsync("/ 2");
        await host.Page.ClickAsync("form[action$='/mistakes'] button");
        await host.Page.WaitForURLAsync("**/results");
        Assert.Contains("来宾甲", await host.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task<string> PrepareAsync(Visit host)
    {
        await host.OpenAsync("/contests/new");
        await host.Page.FillAsync("#Title", "消防知识竞赛");
        await host.Page.UncheckAsync("input[name=UsesBank]");
        await host.Page.CheckAsync("input[name=Courses][value='fire-safety']");
        foreach (var (field, value) in new[] { ("Single", "2"), ("Multiple", "0"), ("TrueFalse", "0"), ("Seconds", "120") })
        {
            await host.Page.FillAsync($"#{field}", value);
        }

        await host.Page.CheckAsync("input[name=AllowsGuests]");
        await host.Page.ClickAsync("form[action='/contests'] button.btn-primary");
        await host.Page.WaitForURLAsync("**/settings");
        await host.Page.ClickAsync("form[action$='/preparation'] button");
        await host.Page.WaitForURLAsync("**/host");
        return host.Page.Url.Split('/')[^2];
    }

    private static async Task StepAsync(Visit host, string step)
    {
        await host.Page.ClickAsync($"[data-step={step}]:not([disabled])");
        await host.Page.WaitForSelectorAsync($"[data-step={step}][disabled]");
    }
}
