using Microsoft.Playwright;
using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>A paper in browsers that are not as one would wish: with a wrong clock, without script.</summary>
public sealed class QuizTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task A_paper_goes_by_the_servers_clock_whatever_the_browsers_says()
    {
        await using var phone = await app.VisitAsync(Visit.Phone);
        await phone.Context.AddInitScriptAsync("const Real = Date; globalThis.Date = class extends Real { constructor(...given) { given.length ? super(...given) : super(Date.now()) } static now() { return Real.now() - 80 * 24 * 3600e3 } }");
        await app.FinishLessonsAsync(SmallWorld.Principal, Learner.MajorHazards);
        await phone.SignInAsync(SmallWorld.Principal);
        var learner = new Learner(app, phone, Learner.MajorHazards);
        await learner.StartQuizAsync();
        var (shown, began) = (await phone.Page.InnerTextAsync("#clock"), app.Now);

        await learner.AnswerAsync(1);
        var receipt = await learner.ReceiptAsync(1);

        // Thirty minutes were given a moment ago; that the browser's clock is weeks behind plays no part.
        Assert.Matches("^(30:00|29:[0-5][0-9])$", shown);
        var saved = TimeOnly.ParseExact(receipt[^8..], "HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(saved.ToTimeSpan() - began.TimeOfDay, TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(2));
        await learner.HandInAsync();
        Assert.DoesNotContain("逾时", await phone.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_time_given_while_the_page_is_open_is_not_cut_off_by_its_clock()
    {
        await using var desk = await app.VisitAsync();
        await desk.SignInAsync(SmallWorld.Responsible);
        await desk.OpenAsync("/quizzes/fire-safety-spotting");
        await desk.Page.ClickAsync("form[action$='/attempts'] button");
        await desk.Page.WaitForURLAsync("**/attempts/*");
        app.Skip(TimeSpan.FromSeconds(25 * 60 - 8));
        await desk.Page.ReloadAsync();

        await app.ExtendAsync(SmallWorld.Responsible, minutes: 15);
        await desk.Page.WaitForFunctionAsync("() => document.getElementById('clock').textContent.startsWith('1')");

        Assert.True(await desk.Page.Locator("#paper fieldset:not([hidden])").First.IsEnabledAsync());
    }

    [Fact]
    public async Task Leaving_counts_another_window_and_another_address_but_no_way_within_the_paper()
    {
        await using var desk = await app.VisitAsync();
        await desk.SignInAsync(SmallWorld.Teacher);
        await desk.OpenAsync("/quizzes/fire-safety-spotting");
        await desk.Page.ClickAsync("form[action$='/attempts'] button");
        await desk.Page.WaitForURLAsync("**/attempts/*");
        var paper = desk.Page.Url.Split('#')[0];
        await desk.Page.Locator("#list summary").ClickAsync();
        await desk.Page.Locator("#list [data-review]").ClickAsync();
        await desk.Page.WaitForURLAsync("**/review");
        await desk.Page.ReloadAsync();
        await desk.Page.Locator(".th-qfoot a").First.ClickAsync();
        await desk.Page.WaitForURLAsync(url => !url.EndsWith("/review", StringComparison.Ordinal));
        await desk.Page.ReloadAsync();
        var within = await app.AbsencesAsync(SmallWorld.Teacher);

        await desk.OpenAsync("/courses");
        await desk.Page.GotoAsync(paper);
        await desk.Page.Locator("#left-note", new() { HasText = "1次" }).WaitForAsync();

        Assert.Equal(0, within);
        Assert.Equal(1, await app.AbsencesAsync(SmallWorld.Teacher));
    }

    [Fact]
    public async Task Without_script_the_paper_is_one_form_whose_saving_gives_every_answer_its_receipt()
    {
        await app.FinishLessonsAsync(SmallWorld.VicePrincipal, Learner.MajorHazards);
        await using var plain = await app.VisitWithoutScriptAsync();
        await plain.SignInAsync(SmallWorld.VicePrincipal);
        await plain.OpenAsync($"/quizzes/{Learner.MajorHazards.Course.QuizSlug}");
        await plain.Page.ClickAsync("form[action$='/attempts'] button");
        await plain.Page.WaitForURLAsync("**/attempts/*");
        var fieldsets = await plain.Page.Locator("fieldset[data-item]").AllAsync();
        foreach (var fieldset in fieldsets)
        {
            await fieldset.Locator("input[type=radio], input[type=checkbox]").First.CheckAsync();
        }

        await plain.Page.ClickAsync("button[data-plain]:not([name])");
        await plain.Page.WaitForLoadStateAsync(LoadState.Load);

        Assert.Equal(fieldsets.Count, await plain.Page.Locator("[data-receipt]").Filter(new() { HasText = "已保存" }).CountAsync());
    }
}
