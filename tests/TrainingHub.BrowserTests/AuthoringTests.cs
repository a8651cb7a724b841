using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TrainingHub.Courseware;
using TrainingHub.Seeds;

namespace TrainingHub.BrowserTests;

/// <summary>A course is written beside its preview, reviewed and put up in a real browser; pictures are made small before they leave it.</summary>
public sealed class AuthoringTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const string Slug = "doors-and-windows";

    /// <summary>Paints 3,200 by 1,600 pixels and chooses them as a photograph.</summary>
    private const string ChoosePicture = """
        async () => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 1600 });
          const context = canvas.getContext('2d');
          for (let i = 0; i < 800; i++) {
            context.fillStyle = `hsl(${i * 37 % 360} 60% 50%)`;
            context.fillRect(i * 53 % 3200, i * 91 % 1600, 120, 80);
          }
          const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.95));
          const transfer = new DataTransfer();
          transfer.items.add(new File([blob], 'door.jpg', { type: 'image/jpeg' }));
          const field = document.querySelector('form[data-pictures] [name=Picture]');
          field.files = transfer.files;
          field.dispatchEvent(new Event('change'));
        }
        """;

    [Fact]
    public async Task A_course_is_written_reviewed_and_put_up_and_no_page_shuts_anybody_out()
    {
        var findings = new Findings();
        await using var author = await app.VisitAsync();
        await author.SignInAsync(SmallWorld.LinxiOfficer);
        await author.OpenAsync("/courses/drafts/new");
        var draft = await BeginAsync(author);
        await findings.OpenAsync(author, draft, $"{draft}/files/{Slug}/lessons/01-start.md", $"{draft}/files/{Slug}/questions/lesson-1.yml");

        await WriteAsync(author, draft);
        var width = await AddPictureAsync(author, draft);
        await author.OpenAsync(draft);
        await author.Page.ClickAsync($"form[action='{draft}/submission'] button");
        await author.Page.WaitForLoadStateAsync(LoadState.Load);
        await using var reviewer = await app.VisitAsync();
        await reviewer.SignInAsync(SmallWorld.CityOfficer);
        await findings.OpenAsync(reviewer, draft);
        await reviewer.Page.ClickAsync($"form[action='{draft}/publication'] button");
        await reviewer.Page.WaitForLoadStateAsync(LoadState.Load);
        await findings.OpenAsync(reviewer, $"/courses/{Slug}/versions", $"/courses/{Slug}", $"/courses/{Slug}/lessons/start");

        Assert.Empty(findings.All.Distinct());
        Assert.Equal(1600, width);
        Assert.Contains("门要向外开。", await reviewer.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal("一扇向外开的门", await reviewer.Page.Locator("main article img, main img").First.GetAttributeAsync("alt"));
    }

    private static async Task<string> BeginAsync(Visit author)
    {
        var form = author.Page.Locator("form:has(input[name=Kind][value=template])");
        await form.Locator("[name=Title]").FillAsync("门窗安全");
        await form.Locator("[name=Slug]").FillAsync(Slug);
        await form.Locator("[name=Unit]").FillAsync("临溪区教育局");
        await form.Locator("button").ClickAsync();
        await author.Page.WaitForURLAsync(new Regex("/courses/drafts/[0-9a-f-]{36}$"));
        return new Uri(author.Page.Url).AbsolutePath;
    }

    /// <summary>Writes every place that is marked; the preview follows the text without a reload; then the text is saved.</summary>
    private static async Task WriteAsync(Visit author, string draft)
    {
        foreach (var file in (string[])["course.yml", "documents/first-document.yml", "questions/lesson-1.yml", "lessons/01-start.md"])
        {
            await author.OpenAsync($"{draft}/files/{Slug}/{file}");
            var text = (await author.Page.InputValueAsync("#body")).Replace(UnwrittenPlaces.Mark, "", StringComparison.Ordinal);
            var isLesson = file.EndsWith(".md", StringComparison.Ordinal);
            await author.Page.FillAsync("#body", isLesson ? text + "\n门要向外开。\n" : text);
            if (isLesson)
            {
                await author.Page.Locator("#preview").GetByText("门要向外开。").WaitForAsync();
            }

            await author.Page.ClickAsync("#editor button.btn-primary");
            await author.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已保存" }).WaitForAsync();
        }
    }

    /// <summary>Adds the picture; returns how wide the one is that arrived.</summary>
    private static async Task<int> AddPictureAsync(Visit author, string draft)
    {
        await author.OpenAsync(draft);
        var form = author.Page.Locator("form[data-pictures]");
        await author.Page.EvaluateAsync(ChoosePicture);
        await form.Locator("[role=status]").Filter(new() { HasTextRegex = new Regex("[0-9]") }).WaitForAsync();
        await form.Locator("[name=Alternative]").FillAsync("一扇向外开的门");
        await form.Locator("button").ClickAsync();
        await author.Page.WaitForLoadStateAsync(LoadState.Load);
        await author.OpenAsync($"{draft}/files/{Slug}/pictures/door.jpg");
        return await author.Page.Locator("img.draft-picture").EvaluateAsync<int>("async picture => { await picture.decode(); return picture.naturalWidth }");
    }
}
