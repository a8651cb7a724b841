using Microsoft.Playwright;
using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>Standards and lessons in a real browser: entered, read, put up, kept for reading without a network.</summary>
public sealed class ReadingTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    // A PNG of one pixel.
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private const string Lesson = "/courses/major-hazards-2024/lessons/what-is-a-major-hazard";

    [Fact]
    public async Task A_lesson_is_read_offline_until_the_reader_signs_out()
    {
        await using var phone = await app.VisitAsync(Visit.Phone);
        phone.Expected.AddRange(["ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "Failed to fetch", "Failed to load resource"]);
        await phone.SignInAsync(SmallWorld.Principal);
        await phone.OpenAsync(Lesson);
        await phone.Page.Locator(".lesson-kept").GetByText("可离线阅读").WaitForAsync();
        var heading = await phone.Page.InnerTextAsync("h1");

        await phone.Context.SetOfflineAsync(true);
        await phone.Page.GotoAsync(Lesson);
        var offline = await phone.Page.InnerTextAsync("main");
        var name = (await phone.Page.EvaluateAsync<string[]>("async () => { const found = []; for (const name of await caches.keys()) { for (const request of await (await caches.open(name)).keys()) { found.push(new URL(request.url).pathname) } } return found }"));

        Assert.Contains(heading, offline, StringComparison.Ordinal);
        Assert.Contains("重大事故隐患", offline, StringComparison.Ordinal);
        Assert.Equal(0, await phone.Page.Locator("form, [data-check]").CountAsync());
        Assert.All(name, path => Assert.Matches("^(/css/|/lib/|/icons\\.svg$|/courses/[a-z0-9-]+/lessons/[a-z0-9-]+/text/[0-9a-f]+$)", path));
        Assert.NotEmpty(name);

        await phone.Context.SetOfflineAsync(false);
        await phone.Page.GotoAsync("/account");
        await phone.Page.Locator("form[action='/account/session/end'] button").First.ClickAsync();
        await phone.Page.WaitForURLAsync(url => !url.EndsWith("/account", StringComparison.Ordinal));
        var left = await phone.Page.EvaluateAsync<int>("async () => (await caches.keys()).length");
        await phone.Context.SetOfflineAsync(true);
        await Assert.ThrowsAnyAsync<PlaywrightException>(() => phone.Page.GotoAsync(Lesson));

        Assert.Equal(0, left);
    }

    [Fact]
    public async Task A_lesson_that_was_opened_once_shows_its_picture_without_a_network()
    {
        await app.PublishAsync("pictured", "pictured/lessons/01-start.md", "\n\n::: picture door.png\n一扇敞开的门\n:::\n", "pictured/pictures/door.png", Convert.FromBase64String(Dot));
        await using var phone = await app.VisitAsync(Visit.Phone);
        phone.Expected.AddRange(["ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "Failed to fetch", "Failed to load resource"]);
        await phone.SignInAsync(SmallWorld.Principal);
        await phone.OpenAsync("/courses/pictured/lessons/start");
        await phone.Page.Locator(".lesson-kept").GetByText("可离线阅读").WaitForAsync();

        await phone.Context.SetOfflineAsync(true);
        await phone.Page.GotoAsync("/courses/pictured/lessons/start");
        var picture = phone.Page.GetByAltText("一扇敞开的门");
        await picture.ScrollIntoViewIfNeededAsync();
        await phone.Page.WaitForFunctionAsync("() => { const image = document.querySelector('main img'); return image.complete && image.naturalWidth > 0 }");
        // Not out of the browser's own memory of pages: asked for anew, it comes from what the lesson kept, and what it did not keep does not come.
        var address = await picture.GetAttributeAsync("src") ?? "";
        var kept = await phone.Page.EvaluateAsync<string>("async address => (await fetch(address, { cache: 'no-store' })).headers.get('content-type')", address);
        var other = await phone.Page.EvaluateAsync<bool>("async address => await fetch(address, { cache: 'no-store' }).then(() => true, () => false)", address.Replace("door.png", "wall.png", StringComparison.Ordinal));

        Assert.Equal("image/png", kept);
        Assert.False(other);
    }

    [Fact]
    public async Task The_first_lesson_weighs_less_than_sixty_kilobytes()
    {
        await using var phone = await app.VisitAsync(Visit.Phone);
        await phone.SignInAsync(SmallWorld.Principal);
        await using var fresh = await app.VisitAsync(Visit.Phone);
        await fresh.Context.AddCookiesAsync((await phone.Context.CookiesAsync()).Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            HttpOnly = cookie.HttpOnly,
            Secure = cookie.Secure,
        }));
        await fresh.OpenAsync(Lesson);
        await fresh.Page.WaitForLoadStateAsync(LoadState.Load);

        // What came over the wire, headers included; the service worker's own copy comes later.
        var sizes = await fresh.Page.EvaluateAsync<string[]>("() => [performance.getEntriesByType('navigation')[0], ...performance.getEntriesByType('resource').filter(entry => !entry.name.includes('/text/'))].map(entry => `${entry.transferSize} ${new URL(entry.name).pathname}`)");

        var total = sizes.Sum(size => int.Parse(size.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(total < 60 * 1024, $"{total} bytes:{Environment.NewLine}{string.Join(Environment.NewLine, sizes)}");
    }

    [Fact]
    public async Task No_page_of_the_library_shuts_anybody_out()
    {
        await using var visit = await app.VisitAsync();
        await visit.SignInAsync(SmallWorld.CityOfficer);
        await visit.OpenAsync("/standards/drafts/new?kind=Local");
        await visit.Page.FillAsync("[name=Unit]", "云岭市教育局");
        await visit.Page.FillAsync("[name=Title]", "云岭市测试办法");
        await visit.Page.FillAsync("[name=Number]", "云教〔2026〕1号");
        await visit.Page.FillAsync("[name=Issuer]", "云岭市教育局");
        await visit.Page.FillAsync("[name=Edition]", "2026");
        await visit.Page.FillAsync("[name=Issued]", "2026-01-01");
        await visit.Page.FillAsync("[name=Clauses]", "第一条【巡查】 每周一次\n第二条 记录三年");
        await visit.Page.ClickAsync("button[value=save]");
        await visit.Page.WaitForURLAsync("**/standards/drafts/*");
        var draft = new Uri(visit.Page.Url).AbsolutePath;
        string[] before = [draft, $"{draft}/publication", $"{draft}/deletion"];
        var findings = new Findings();
        await findings.OpenAsync(visit, before);
        await visit.OpenAsync($"{draft}/publication");
        await visit.Page.ClickAsync("form[action$='/publication'] button");
        await visit.Page.WaitForURLAsync("**/standards/own-*");
        var own = new Uri(visit.Page.Url).AbsolutePath;
        string[] after =
        [
            "/standards?q=%E5%8A%A8%E7%81%AB", "/standards/drafts?published=true", own, $"{own}/ending?edition=2026", $"{own}/checklist",
            "/standards/major-hazards-guideline", "/standards/major-hazards-guideline/clauses/%E7%AC%AC%E4%BA%8C%E6%9D%A1", "/standards/major-hazards-guideline/checklist",
            "/standards/major-hazards-guideline/poster", "/standards/major-fire-hazards-rules/changes",
        ];
        await findings.OpenAsync(visit, after);
        await visit.OpenAsync(Lesson);
        await findings.OpenAsync(visit, await visit.Page.Locator("[data-text]").GetAttributeAsync("data-text") ?? "");

        Assert.Empty(findings.All.Distinct());
    }
}
