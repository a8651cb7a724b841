using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>Coming in, looking around, changing the language, going out.</summary>
public sealed class ShellTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Theory]
    [InlineData(Visit.Desktop)]
    [InlineData(Visit.Phone)]
    public async Task A_person_signs_in_and_sees_the_name(int width)
    {
        await using var visit = await app.VisitAsync(width);

        await visit.SignInAsync(SmallWorld.Principal);

        await visit.Page.GotoAsync("/account/session");
        Assert.EndsWith("/", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
    }

    [Fact]
    public async Task A_wrong_password_is_said_on_the_page()
    {
        await using var visit = await app.VisitAsync(Visit.Phone);
        visit.Expected.Add("422");
        await visit.Page.GotoAsync("/account/session");

        await visit.Page.FillAsync("input[name=Who]", "YL0005");
        await visit.Page.FillAsync("input[name=Password]", "wrong-password-1");
        await visit.Page.ClickAsync("main button");

        await visit.Page.GetByText("密码不对").First.WaitForAsync();
        Assert.EndsWith("/account/session", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_changes_and_stays()
    {
        await using var visit = await app.VisitAsync();
        await visit.Page.GotoAsync("/account/session");

        await visit.Page.ClickAsync("a[href^='/language/en']");
        Assert.Equal("en", await visit.Page.GetAttributeAsync("html", "lang"));
        await visit.Page.ReloadAsync();

        Assert.Equal("en", await visit.Page.GetAttributeAsync("html", "lang"));
    }

    [Fact]
    public async Task Icons_are_drawn_from_the_sprite()
    {
        await using var visit = await app.VisitAsync();
        await visit.SignInAsync(SmallWorld.CityOfficer);

        var size = await visit.Page.EvaluateAsync<double>("async () => (await (await fetch('/icons.svg')).text()).length");

        Assert.True(size > 10_000);
        Assert.True(await visit.Page.Locator("svg.icon use").CountAsync() > 0);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_the_frame_of_all_pages()
    {
        await using var visit = await app.VisitAsync(Visit.Phone);
        visit.Expected.Add("404");

        var answer = await visit.Page.GotoAsync("/no-such-page");

        Assert.Equal(404, answer?.Status);
        Assert.Equal(1, await visit.Page.Locator("main h1").CountAsync());
        Assert.Equal(0, await visit.OverflowAsync());
    }
}
