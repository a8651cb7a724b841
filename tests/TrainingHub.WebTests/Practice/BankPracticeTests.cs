using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Courses;
using TrainingHub.WebTests.QuestionBanks;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.Practice;

/// <summary>Questions of banks, asked in arranged quizzes: in the book of mistakes and in practice once they are released, never before.</summary>
public abstract class BankPracticeTests(WebApp app)
{
    private const string Explanation = "见学校自查要求。";

    [Fact]
    public async Task A_mistake_enters_the_book_when_it_is_released_and_leaves_after_right_answers_on_two_days()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Principal);
        var question = await PublishedAsync(city, "微型消防站的器材多久清点一次？");
        var slug = await officer.ArrangeAsync(fields: Terms([question], "AfterWindow"));
        var address = $"/practice/questions/BANK/{question.Prompt.Id}";
        var path = await learner.StartAsync(slug);
        await AnswerWronglyAsync(learner, SmallWorld.Principal, slug);
        var open = await learner.GetAsync(address);
        await learner.HandInAsync(path);
        var held = await learner.ReadAsync("/practice/mistakes");
        var (unreleased, sent) = (await learner.GetAsync(address), await learner.SendStepAsync($"{address}/answers", "A"));

        app.Clock.Move(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));
        var book = await learner.ReadAsync("/practice/mistakes?course=BANK");
        var file = await learner.ReadAsync("/practice/mistakes.csv");
        var asked = await learner.ReadAsync($"{address}?mistakes=true");
        using var drawn = await learner.GetAsync("/practice/questions?mistakes=true&course=BANK");
        using var answered = await learner.SendStepAsync($"{address}/answers", "B");
        var told = await learner.ReadAsync(answered.Headers.Location!.OriginalString);
        for (var day = 0; day < 2; day++)
        {
            app.Clock.Move(TimeSpan.FromDays(1));
            using var again = await app.SignInAsync(SmallWorld.Principal);
            Assert.Contains(question.Prompt.Stem, await again.ReadAsync("/practice/mistakes"), StringComparison.Ordinal);
            using var right = await again.SendStepAsync($"{address}/answers", "A");
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        }

        using var later = await app.SignInAsync(SmallWorld.Principal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (open.StatusCode, unreleased.StatusCode, sent.StatusCode));
        Assert.DoesNotContain(question.Prompt.Stem, held, StringComparison.Ordinal);
        Assert.Contains(question.Prompt.Stem, book, StringComparison.Ordinal);
        Assert.Contains($"题库,{question.Prompt.Stem},", file, StringComparison.Ordinal);
        Assert.DoesNotContain(Explanation, book + asked, StringComparison.Ordinal);
        Assert.Contains("出自题库", asked, StringComparison.Ordinal);
        Assert.Equal($"{address}?course=BANK&mistakes=true", drawn.Headers.Location!.OriginalString);
        Assert.Contains(Explanation, told, StringComparison.Ordinal);
        Assert.Contains("学校安全自查清单", told, StringComparison.Ordinal);
        Assert.Contains("错题已全部掌握", await later.ReadAsync("/practice/mistakes"), StringComparison.Ordinal);
        using var stranger = await app.SignInAsync(SmallWorld.Teacher);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_practised_any_more_is_told_in_words()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Responsible);
        var retired = await PublishedAsync(city, "防火门的闭门器多久检查一次？");
        var closed = await PublishedAsync(city, "消防水泵多久试运转一次？");
        var examined = await PublishedAsync(city, "电气线路多久检测一次？", QuestionUse.Examination);
        var slug = await officer.ArrangeAsync(fields: Terms([retired, closed, examined], "AtOnce"));
        var path = await learner.StartAsync(slug);
        await AnswerWronglyAsync(learner, SmallWorld.Responsible, slug);
        await learner.HandInAsync(path);
        var before = await learner.RawAsync("/practice/mistakes");

        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(await AddressAsync(retired), "retirement"));
        await KeepToItselfAsync(closed);
        var book = await learner.ReadAsync("/practice/mistakes");
        using var gone = await learner.GetAsync(AskedAt(retired));
        using var sent = await learner.SendStepAsync($"{AskedAt(retired)}/answers", "A");

        Assert.Contains(AskedAt(retired), before, StringComparison.Ordinal);
        Assert.Contains(AskedAt(closed), before, StringComparison.Ordinal);
        Assert.DoesNotContain(AskedAt(examined), before, StringComparison.Ordinal);
        Assert.Contains("这道题已停用", book, StringComparison.Ordinal);
        Assert.Contains("不在你现在所在单位可用的题库里", book, StringComparison.Ordinal);
        Assert.Contains("只在考试中出现", book, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (gone.StatusCode, sent.StatusCode));
        Assert.Contains("这道题已停用", WebUtility.HtmlDecode(await gone.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(AskedAt(examined))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync("/practice/questions/BANK/nothing")).StatusCode);
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(AskedAt(retired))).StatusCode);
    }

    private static string AskedAt(QuestionVersion question) => $"/practice/questions/BANK/{question.Prompt.Id}";

    private static Dictionary<string, string> Terms(IEnumerable<QuestionVersion> questions, string told) => new()
    {
        ["UsesBank"] = "true",
        ["Fixed"] = string.Join('\n', questions.Select(question => $"{question.Prompt.Id} 5")),
        ["Sections[0].Count"] = "",
        ["Answers"] = told,
        ["Explanations"] = told,
    };

    private async Task<QuestionVersion> PublishedAsync(TestBrowser city, string stem, QuestionUse use = QuestionUse.Both)
    {
        var address = await city.WriteAsync(stem, BankActions.City);
        var id = BankActions.IdOf(address);
        await app.WithDbAsync(db => db.BankQuestions.Where(question => question.Id == id).ExecuteUpdateAsync(set => set.SetProperty(question => question.Use, use)));
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "submission"));
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "publication"));
        var hash = (await app.KeptAsync(address)).Hash;
        return (await app.InsideAsync(async services => await services.GetRequiredService<QuestionShelf>().QuestionsAsync([hash], default)))[hash];
    }

    private async Task AnswerWronglyAsync(TestBrowser learner, string person, string slug)
    {
        foreach (var (item, right) in await app.KeyAsync(person, slug: slug))
        {
            using var saved = await learner.AnswerAsync($"/quizzes/{slug}/attempts/1", item, 1, right is "A" ? "B" : "A");
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        }
    }

    private Task<string> AddressAsync(QuestionVersion question) =>
        app.WithDbAsync(async db => $"/questions/{(await db.BankQuestions.SingleAsync(row => row.QuestionId == question.Prompt.Id)).Id}");

    private Task<int> KeepToItselfAsync(QuestionVersion question) => app.WithDbAsync(async db =>
    {
        var row = await db.BankQuestions.SingleAsync(row => row.QuestionId == question.Prompt.Id);
        var folder = new BankFolder { Id = Guid.CreateVersion7(), OwnerId = row.OwnerId, Name = "本级使用", IsPrivate = true };
        db.Add(folder);
        row.FolderId = folder.Id;
        return await db.SaveChangesAsync();
    });
}

public sealed class BankPracticeOnSqlite(SqliteApp app) : BankPracticeTests(app), IClassFixture<SqliteApp>;

public sealed class BankPracticeOnPostgres(PostgresApp app) : BankPracticeTests(app), IClassFixture<PostgresApp>;
