using Microsoft.Playwright;
using TrainingHub.Tests;

namespace TrainingHub.BrowserTests;

/// <summary>What a learner can do in a browser.</summary>
internal sealed class Learner(Visit visit, AnswerBook book)
{
    private IPage Page => visit.Page;

    /// <summary>Opens each lesson, answers its first check wrongly and then every check rightly.</summary>
    public async Task FinishLessonsAsync()
    {
        foreach (var lesson in book.Course.Lessons)
        {
            await visit.OpenAsync($"/courses/{book.Course.Slug}/lessons/{lesson.Slug}");
            await AnswerCheckAsync(lesson.Checks[0], book.WrongLettersOf(lesson.Checks[0]));
            await Check(lesson.Checks[0]).Locator(".th-note.warn").WaitForAsync();
            foreach (var check in lesson.Checks)
            {
                await AnswerCheckAsync(check, book.LettersOf(check));
                await Check(check).Locator(".th-note.ok").WaitForAsync();
            }

            await Page.Locator("#lesson-progress .th-st.ok").WaitForAsync();
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

    private async Task AnswerCheckAsync(string check, string letters)
    {
        var card = Check(check);
        foreach (var option in await card.Locator("label.th-opt").AllAsync())
        {
            var input = option.Locator("input");
            var isRight = letters.Contains(await input.GetAttributeAsync("value") ?? "?", StringComparison.Ordinal);
            // A radio goes out when another one is chosen; a checkbox has to be taken back.
            if (isRight != await input.IsCheckedAsync() && (isRight || await input.GetAttributeAsync("type") is "checkbox"))
            {
                // The label, as a finger would: the bar at the foot of a phone's screen may lie over the box itself.
                await option.ClickAsync();
            }
        }

        await card.Locator("form button").ClickAsync();
    }

    private ILocator Check(string id) => Page.Locator($"[id='{id}']");

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
}
