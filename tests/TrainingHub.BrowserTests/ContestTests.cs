using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
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
        // A page behind another one draws once a second, and every press waits until nothing moves.
        await host.Page.BringToFrontAsync();
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
            // By name, as long as few play.
            await Assertions.Expect(screen.Locator("[data-who].on")).ToHaveCountAsync(2);
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

    [Fact]
    public async Task The_countdown_is_announced_twice_and_politely_and_the_keyboard_is_enough_where_speed_counts_nothing()
    {
        await using var host = await app.VisitAsync();
        await host.SignInAsync(SmallWorld.LinxiOfficer);
        var code = await PrepareAsync(host, seconds: "12");
        await using var guest = await app.VisitAsync();
        await guest.OpenAsync($"/contests/{code}");
        await Assertions.Expect(guest.Page.Locator("main")).ToContainTextAsync("不按快慢计分");
        await guest.Page.FillAsync("#Place", "1");
        await guest.Page.FillAsync("#Name", "来宾甲");
        await guest.Page.Keyboard.PressAsync("Enter");
        await guest.Page.WaitForSelectorAsync("#contest");
        await StepAsync(host, "Opened");

        // What counts down every second is not read aloud; the status is, and it speaks at ten and at five.
        await Assertions.Expect(guest.Page.Locator("[role=timer]")).ToHaveAttributeAsync("aria-live", "off");
        await Assertions.Expect(guest.Page.Locator("[role=status][data-said]")).ToHaveTextAsync("还剩10秒");
        await guest.Page.Keyboard.PressAsync("A");
        await Assertions.Expect(guest.Page.Locator("[role=status][data-receipt]")).ToContainTextAsync("已提交A");
        await Assertions.Expect(guest.Page.Locator("[role=status][data-said]")).ToHaveTextAsync("还剩5秒", new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task Pictures_come_ahead_unreadable_and_are_shown_in_the_moment_of_opening()
    {
        await app.PublishPicturesAsync("picture-questions");
        await using var host = await app.VisitAsync();
        await host.SignInAsync(SmallWorld.LinxiOfficer);
        var code = await PrepareAsync(host, "picture-questions");
        await using var phone = await app.VisitAsync(Visit.Phone);
        var asked = new ConcurrentQueue<string>();
        phone.Page.RequestFinished += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);
        await phone.OpenAsync($"/contests/{code}");
        await phone.Page.FillAsync("#Place", "1");
        await phone.Page.FillAsync("#Name", "来宾甲");
        await phone.Page.ClickAsync("form[action$='/seats'] button");
        await UntilAsync(() => asked.Count(path => path.StartsWith($"/contests/{code}/parcels/", StringComparison.Ordinal)) == 2);
        Assert.Equal(0, await phone.Page.Locator("[data-pictures] img").CountAsync());

        for (var item = 1; item <= 2; item++)
        {
            await StepAsync(host, "Opened");
            var picture = phone.Page.Locator("[data-pictures] img");
            await Assertions.Expect(picture).ToHaveAttributeAsync("src", new Regex("^blob:"));
            // It was decrypted, and the browser can draw it.
            await Assertions.Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 1);
            Assert.Equal("走廊", await picture.GetAttributeAsync("alt"));
            await StepAsync(host, "Locked");
            await StepAsync(host, "Revealed");
            if (item == 1)
            {
                await StepAsync(host, "Next");
                await Assertions.Expect(picture).ToHaveCountAsync(0);
            }
        }

        Assert.DoesNotContain(asked, path => path.Contains("/pictures/", StringComparison.Ordinal));
        Assert.Equal(2, asked.Count(path => path.Contains("/parcels/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Classes_play_on_their_devices_and_only_counts_are_shown()
    {
        await using var host = await app.VisitAsync();
        await host.SignInAsync(SmallWorld.LinxiOfficer);
        var code = await PrepareAsync(host, "fire-safety", classes: "三年级1班\n三年级2班");
        var screen = await host.Context.NewPageAsync();
        await screen.GotoAsync($"/contests/{code}/screen");
        // A page behind another one draws once a second, and every press waits until nothing moves.
        await host.Page.BringToFrontAsync();
        var devices = new List<Visit>();
        for (var number = 0; number < 6; number++)
        {
            // A class of five, and one of which nothing is kept.
            var device = await app.VisitAsync(Visit.Phone);
            // When it is over the devices are forgotten, and each finds itself out.
            device.Expected.Add("status of 404");
            await device.OpenAsync($"/contests/{code}");
            Assert.Equal(0, await device.Page.Locator("#Name, #Place").CountAsync());
            await device.Page.SelectOptionAsync("#Team", number < 5 ? "0" : "1");
            await device.Page.ClickAsync("form[action$='/seats'] button");
            await device.Page.WaitForSelectorAsync("#contest");
            devices.Add(device);
        }

        await Assertions.Expect(screen.Locator("[data-seats]")).ToHaveTextAsync("6");
        await StepAsync(host, "Opened");
        foreach (var device in devices)
        {
            await device.Page.ClickAsync("[data-letter=A]:not([disabled])");
            await Assertions.Expect(device.Page.Locator("[data-receipt]")).ToContainTextAsync("已提交A");
        }

        await Assertions.Expect(screen.Locator("[data-answered]")).ToHaveTextAsync("6");
        await StepAsync(host, "Locked");
        await StepAsync(host, "Revealed");
        await Assertions.Expect(screen.Locator(".con-right")).ToHaveCountAsync(1);
        await StepAsync(host, "Finished");
        await Assertions.Expect(screen.Locator(".ranks li")).ToHaveCountAsync(2);
        Assert.Contains("三年级1班", await screen.InnerTextAsync("main, body"), StringComparison.Ordinal);
        await host.OpenAsync($"/contests/{code}/results");
        var results = await host.Page.InnerTextAsync("main");
        Assert.Contains("三年级1班", results, StringComparison.Ordinal);
        Assert.Contains("不足5人", results, StringComparison.Ordinal);
        foreach (var device in devices)
        {
            await device.DisposeAsync();
        }
    }

    /// <summary>Waits for something that no page shows.</summary>
    private static async Task UntilAsync(Func<bool> isSo)
    {
        var patience = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(20), "It did not come.");
            await Task.Delay(50);
        }
    }

    private static async Task<string> PrepareAsync(Visit host, string course = "fire-safety", string? classes = null, string seconds = "120")
    {
        await host.OpenAsync("/contests/new");
        await host.Page.FillAsync("#Title", "消防知识竞赛");
        await host.Page.UncheckAsync("input[name=UsesBank]");
        await host.Page.CheckAsync("input[name=Courses][value='" + course + "']");
        foreach (var (field, value) in new[] { ("Single", "2"), ("Multiple", "0"), ("TrueFalse", "0"), ("Seconds", seconds) })
        {
            await host.Page.FillAsync($"#{field}", value);
        }

        if (classes is not null)
        {
            await host.Page.CheckAsync("input[name=OfClasses]");
            await host.Page.FillAsync("#Teams", classes);
        }
        else
        {
            await host.Page.CheckAsync("input[name=AllowsGuests]");
        }

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
