using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.QuestionBanks;

/// <summary>How a question of each kind looks to whoever writes it, and its pictures.</summary>
public abstract class QuestionPreviewTests(WebApp app)
{
    [Fact]
    public async Task Every_kind_is_previewed_as_learners_see_it_with_its_key_and_pictures()
    {
        await AllKinds.PublishAsync(app);
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var incoming = AllKinds.Questions.Select(question => new IncomingQuestion(
            new QuestionVersion(question.Prompt with { Stem = $"题库里的{question.Prompt.Stem}" }, question.Key, QuestionUse.Both, 1), [], [], null)).ToList();
        var taken = await app.InsideAsync(services => services.GetRequiredService<TakeQuestions>()
            .RunAsync(BankActions.UnitOf(SmallWorld.Linxi), null, incoming, WorldIds.Of("person", SmallWorld.LinxiOfficer), default));
        var pages = new Dictionary<QuestionKind, string>();
        var hotspot = Guid.Empty;
        foreach (var (question, became) in incoming.Zip(taken))
        {
            var id = Assert.IsType<TakenQuestion.Added>(became).Id;
            pages[question.Version.Prompt.Kind] = await author.ReadAsync($"/questions/{id}");
            hotspot = question.Version.Prompt.Kind is QuestionKind.Hotspot ? id : hotspot;
        }

        var picture = $"/questions/{hotspot}/pictures/{AllKinds.Picture.File}";
        using var shown = await author.GetAsync(picture);
        using var unknown = await author.GetAsync($"/questions/{hotspot}/pictures/{new string('0', 64)}");
        using var missing = await author.GetAsync($"/questions/{Guid.NewGuid()}/pictures/{AllKinds.Picture.File}");
        using var badName = await author.GetAsync($"/questions/{hotspot}/pictures/short");
        using var foreign = await stranger.GetAsync(picture);
        using var forbidden = await teacher.GetAsync(picture);
        using var signedOut = await visitor.GetAsync(picture);

        Assert.All(pages.Values, page => Assert.Contains("class=\"quiz-preview\" disabled", page, StringComparison.Ordinal));
        Assert.Contains("name=\"match-preview\"", pages[QuestionKind.Matching], StringComparison.Ordinal);
        Assert.Contains("<polygon points=", pages[QuestionKind.Hotspot], StringComparison.Ordinal);
        Assert.Contains(picture, pages[QuestionKind.Hotspot], StringComparison.Ordinal);
        Assert.Contains("占3份", pages[QuestionKind.Written], StringComparison.Ordinal);
        Assert.DoesNotContain("你的答案", pages[QuestionKind.Single], StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
        Assert.All([unknown, missing, badName, foreign, forbidden], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
    }
}

public sealed class QuestionPreviewOnSqlite(SqliteApp app) : QuestionPreviewTests(app), IClassFixture<SqliteApp>;

public sealed class QuestionPreviewOnPostgres(PostgresApp app) : QuestionPreviewTests(app), IClassFixture<PostgresApp>;
