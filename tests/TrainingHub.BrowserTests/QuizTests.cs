using Microsoft.Playwright;
using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>A paper in browsers that are not as one would wish: with a wrong clock, without script.</summary>
public sealed class QuizTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Theory]
    [InlineData(SmallWorld.Principal, -3)]
    [InlineData(SmallWorld.Responsible, 50)]
    public async Task A_paper_goes_by_the_servers_clock_whatever_the_browsers_says(string person, int hoursOff)
    {
        await using var phone = await app.VisitAsync(Visit.Phone);
        await phone.Context.AddInitScriptAsync($"const Real = Date, off = {hoursOff} * 3600e3; globalThis.Date = class extends Real {{ constructor(...given) {{ given.length ? super(...given) : super(Real.now() + off) }} static now() {{ return Real.now() + off }} }}");
        await phone.SignInAsync(person);
        var learner = new Learner(phone, Learner.MajorHazards);
        await learner.FinishLessonsAsync();
        await learner.StartQuizAsync();
        var (shown, minutes) = (await phone.Page.InnerTextAsync("#clock"), app.Now);

        await learner.AnswerAsync(1);
        var receipt = await learner.ReceiptAsync(1);

        // Sixty minutes were given a moment ago; hours and days of the browser's clock play no part.
        Assert.Matches("^(60:00|59:[0-5][0-9])$", shown);
        var saved = TimeOnly.ParseExact(receipt[^8..], "HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(saved - TimeOnly.FromDateTime(minutes), TimeSpan.FromSeconds(-1), TimeSpan.FromMinutes(2));
        await learner.HandInAsync();
        Assert.DoesNotContain("逾时", await phone.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_paper_is_one_form_whose_saving_gives_every_answer_its_receipt()
    {
        await using var desk = await app.VisitAsync();
        await desk.SignInAsync(SmallWorld.VicePrincipal);
        await new Learner(desk, Learner.MajorHazards).FinishLessonsAsync();
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
