using Microsoft.Playwright;
using TrainingHub.Tests;

namespace TrainingHub.BrowserTests;

/// <summary>What a learner can do in a browser.</summary>
internal sealed class Learner(BrowserApp app, Visit visit, AnswerBook book)
{
    /// <summary>The right answers of the course of the demo world.</summary>
    public static AnswerBook MajorHazards { get; } = AnswerBook.Read(Path.Combine(FindRoot(), "courses", "major-hazards-2024"));

    private IPage Page => visit.Page;

    /// <summary>Opens each lesson, or the first so many, answers its first question wrongly and then rightly until the lesson is finished.</summary>
    public async Task FinishLessonsAsync(int most = int.MaxValue)
    {
        foreach (var lesson in book.Course.Lessons.Take(most))
        {
            await visit.OpenAsync($"/courses/{book.Course.Slug}/lessons/{lesson.Slug}");
            await Page.ClickAsync("#checks form[data-step] button");
            await AnswerStepAsync(book.WrongLettersOn);
            await Page.Locator("#checks [data-last] .th-note.warn").WaitForAsync();
            while (!await Page.Locator("#lesson-progress .th-st.ok").IsVisibleAsync())
            {
                await AnswerStepAsync(book.LettersOn);
                await Page.Locator("#checks [data-last] .th-note.ok").WaitForAsync();
            }
        }
    }

    /// <summary>Starts the quiz from its page; the paper is open afterwards.</summary>
    public async Task StartQuizAsync()
    {
        await visit.OpenAsync($"/quizzes/{book.Course.QuizSlug}");
        await Page.ClickAsync("form[action$='/attempts'] button");
        await Page.WaitForURLAsync("**/attempts/*");
    }

    public Task<int> QuestionsAsync() => Page.Locator("fieldset[data-item]").CountAsync();

    /// <summary>Turns to a question and chooses the right answer; does not wait for the receipt.</summary>
    public async Task AnswerAsync(int item)
    {
        var fieldset = await TurnToAsync(item);
        var options = new List<(char, string)>();
        foreach (var option in await fieldset.Locator("label.th-opt").AllAsync())
        {
            var letter = await option.Locator("input").GetAttributeAsync("value") ?? "?";
            options.Add((letter[0], await option.Locator("span").Last.InnerTextAsync()));
        }

        var stem = (await fieldset.Locator(".quiz-stem").InnerTextAsync()).Trim();
        foreach (var letter in book.LettersOn(new PaperQuestion(item, 0, stem, options)))
        {
            await fieldset.Locator($"label.th-opt:has(input[value={letter}])").ClickAsync();
        }
    }

    /// <summary>Waits for the receipt “已保存 10:42:03” of a question.</summary>
    public async Task<string> ReceiptAsync(int item)
    {
        var receipt = Page.Locator($"#q{item} [data-receipt]").Filter(new() { HasTextRegex = new System.Text.RegularExpressions.Regex("已保存 [0-9]{2}:[0-9]{2}:[0-9]{2}") });
        await receipt.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return (await receipt.TextContentAsync() ?? "").Trim();
    }

    /// <summary>Waits until the page says that the answer is kept until the network is back.</summary>
    public async Task KeptAsync(int item) =>
        await Page.Locator($"#q{item} [data-receipt].warn").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    /// <summary>Cuts the network, or gives it back.</summary>
    public Task SetOfflineAsync(bool isOffline) => visit.Context.SetOfflineAsync(isOffline);

    /// <summary>Reloads the paper as after a crash.</summary>
    public async Task ReloadAsync() => await Page.ReloadAsync();

    /// <summary>Goes to the page before handing in and hands in; the result is open afterwards.</summary>
    public async Task HandInAsync()
    {
        var last = Page.Locator("[data-review]:visible").First;
        if (!await last.IsVisibleAsync())
        {
            await TurnToAsync(await QuestionsAsync());
        }

        await last.ClickAsync();
        await Page.WaitForURLAsync("**/review");
        await Page.ClickAsync("#submission button");
        await Page.WaitForURLAsync(url => !url.Contains("/review", StringComparison.Ordinal) && !url.Contains("/submission", StringComparison.Ordinal));
    }

    /// <summary>The address of the certificate that the result names.</summary>
    public async Task<string> CertificateAsync() =>
        await Page.Locator("a[href^='/certificates/']").First.GetAttributeAsync("href") ?? throw new InvalidOperationException("The result names no certificate.");

    /// <summary>Answers the open question and waits until the page has taken in what came of it.</summary>
    private async Task AnswerStepAsync(Func<PaperQuestion, string> choose)
    {
        var form = Page.Locator("#checks form[action*='/steps/']");
        await form.WaitForAsync();
        var address = await form.GetAttributeAsync("action") ?? "";
        var options = new List<(char, string)>();
        foreach (var option in await form.Locator("label.th-opt").AllAsync())
        {
            var letter = await option.Locator("input").GetAttributeAsync("value") ?? "?";
            options.Add((letter[0], await option.Locator("span").Last.InnerTextAsync()));
        }

        var stem = (await form.Locator("legend").InnerTextAsync()).Trim();
        foreach (var letter in choose(new PaperQuestion(0, 0, stem, options)))
        {
            // The label, as a finger would: the bar at the foot of a phone's screen may lie over the box itself.
            await form.Locator($"label.th-opt:has(input[value={letter}])").ClickAsync();
        }

        app.Skip(TimeSpan.FromSeconds(15));
        await form.Locator("button").ClickAsync();
        await Page.Locator($"#checks form[action='{address}']").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private async Task<ILocator> TurnToAsync(int item)
    {
        var fieldset = Page.Locator($"#q{item}");
        if (!await fieldset.IsVisibleAsync())
        {
            await Page.EvaluateAsync($"() => {{ location.hash = 'q{item}' }}");
            await fieldset.WaitForAsync();
        }

        return fieldset;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TrainingHub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("TrainingHub.sln is in no folder above the tests.");
    }
}
