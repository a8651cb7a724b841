using Microsoft.Playwright;
using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>A paper with every kind of question, from the first look to its marks: on a phone and at a desk, by keyboard alone, on paper.</summary>
public sealed class KindTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const string Quiz = "/quizzes/fire-safety-spotting";

    // The paper shows one question, or one case, at a time.
    private const string ShowAll = "() => { for (const part of document.querySelectorAll('#paper [data-group], #paper fieldset, #list')) part.hidden = false }";

    private const string Small = """
        () => [...document.querySelectorAll('#paper button, #paper select, #paper textarea, #paper label.th-opt, #paper input:not([type=hidden]), #paper summary, #paper a')]
          .filter(element => !(element.matches('input') && element.closest('label')) && element.getClientRects().length > 0)
          .map(element => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
          .map(({ element, box }) => `${element.outerHTML.slice(0, 90)} ${Math.round(box.width)}×${Math.round(box.height)}`)
        """;

    [Fact]
    public async Task Every_kind_shuts_nobody_out_and_prints_without_controls()
    {
        await using var phone = await app.VisitAsync(Visit.Phone);
        await phone.SignInAsync(SmallWorld.Teacher);
        await StartAsync(phone);
        await phone.Page.EvaluateAsync(ShowAll);
        var findings = new Findings();
        await phone.Page.Locator("[data-mark]").ClickAsync();
        var kinds = await phone.Page.Locator("#paper fieldset").EvaluateAllAsync<string[]>("all => [...new Set(all.map(one => one.dataset.kind))]");
        await findings.AddAsync(phone, "paper");
        await phone.Page.SetViewportSizeAsync(Visit.Phone, 900);
        var small = await phone.Page.EvaluateAsync<string[]>(Small);
        await phone.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var controls = await phone.Page.Locator("#paper button, .th-qfoot, .receipt, #clock").EvaluateAllAsync<string[]>("all => all.filter(one => one.getClientRects().length > 0).map(one => one.outerHTML.slice(0, 90))");
        var targets = await phone.Page.Locator("fieldset[data-kind=Matching] .quiz-clauses li").First.IsVisibleAsync();
        var letters = await phone.Page.Locator("fieldset[data-kind=Ordering] li").First.EvaluateAsync<string>("one => getComputedStyle(one, '::before').content");

        Assert.Equal(9, kinds.Length);
        Assert.Empty(findings.All);
        Assert.Empty(small);
        // The spot that was marked is part of the answer and is printed.
        Assert.All(controls, control => Assert.Contains("quiz-mark\"", control, StringComparison.Ordinal));
        Assert.True(targets);
        Assert.Matches("[A-D]", letters);
    }

    [Fact]
    public async Task The_keyboard_alone_orders_marks_and_hands_in_and_the_marked_paper_is_told()
    {
        await using var desk = await app.VisitAsync();
        await desk.SignInAsync(SmallWorld.Principal);
        var page = desk.Page;
        await StartAsync(desk);
        var steps = await TurnToAsync(page, "Ordering");
        await steps.Locator("li [data-down]").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        var said = await steps.Locator("p[role=status]").InnerTextAsync();
        var isOnButton = await page.EvaluateAsync<bool>("() => document.activeElement.matches('[data-down]')");
        await SavedAsync(steps);
        var picture = await TurnToAsync(page, "Hotspot");
        await picture.Locator("[data-mark]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        var mark = await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')");
        await page.Keyboard.PressAsync("Delete");
        var gone = await picture.Locator("[data-said]").InnerTextAsync();
        await picture.Locator(".th-opt input").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await SavedAsync(picture);
        var judged = await TurnToAsync(page, "Judgement");
        await judged.Locator("input[name^=level]").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await judged.Locator("input[name^=sure]").Last.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await SavedAsync(judged);
        var written = await TurnToAsync(page, "Written");
        await written.Locator("textarea").FillAsync("先报警，再疏散。");
        await page.Keyboard.PressAsync("Tab");
        await SavedAsync(written);
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/review");
        await page.Locator("#submission button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("h1", new() { HasText = "等待评阅" }).WaitForAsync();
        var attempt = new Uri(page.Url).AbsolutePath;
        var findings = new Findings();
        await findings.OpenAsync(desk, $"{attempt}/receipt");
        await MarkAllAsync(findings);
        await findings.OpenAsync(desk, attempt);

        Assert.Contains("现在是第2步", said, StringComparison.Ordinal);
        Assert.True(isOnButton);
        Assert.Equal("标记1，横向45%，纵向50%", mark);
        Assert.Contains("还有0个标记", gone, StringComparison.Ordinal);
        Assert.Contains("把握程度与判对比例", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(findings.All);
    }

    private static async Task StartAsync(Visit visit)
    {
        await visit.OpenAsync(Quiz);
        await visit.Page.ClickAsync("form[action$='/attempts'] button");
        await visit.Page.WaitForURLAsync("**/attempts/*");
        await visit.Page.Locator("#list:not([hidden])").WaitForAsync();
    }

    private static async Task<ILocator> TurnToAsync(IPage page, string kind)
    {
        var question = page.Locator($"fieldset[data-kind={kind}]").First;
        await page.EvaluateAsync($"() => {{ location.hash = 'q{await question.GetAttributeAsync("data-item")}' }}");
        await question.WaitForAsync();
        return question;
    }

    private static Task SavedAsync(ILocator question) => question.Locator("[data-receipt].ok").WaitForAsync();

    /// <summary>The officer marks what waits, one after the other.</summary>
    private async Task MarkAllAsync(Findings findings)
    {
        await using var officer = await app.VisitAsync();
        await officer.SignInAsync(SmallWorld.CityOfficer);
        await findings.OpenAsync(officer, $"{Quiz}/marks");
        var first = await officer.Page.Locator("main table a.btn").First.GetAttributeAsync("href") ?? throw new InvalidOperationException("Nothing waits for a mark.");
        await findings.OpenAsync(officer, first);
        await officer.Page.ClickAsync("button[name=then]");
        await officer.Page.Locator("h1", new() { HasText = "评阅简答题" }).WaitForAsync();
    }
}
