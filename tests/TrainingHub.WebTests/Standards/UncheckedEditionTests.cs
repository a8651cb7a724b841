using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.Standards;
using TrainingHub.WebTests.Courses;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.Standards;

/// <summary>Editions that are to be checked (待核): their questions are for practice only.</summary>
public abstract class UncheckedEditionTests(WebApp app)
{
    [Fact]
    public async Task No_paper_asks_what_rests_on_an_edition_to_be_checked_and_practice_does()
    {
        var course = await app.ShelfAsync();
        var resting = course.Bank.Where(question => RestsOn(question, StandardActions.Guideline)).ToList();
        var practised = resting.First(question => question.MayBePractised);
        using var principal = await app.LearnerAsync(SmallWorld.Principal);
        using var teacher = await app.LearnerAsync(SmallWorld.Teacher);

        // Nearly half of the questions that papers draw from: by chance alone a paper would not be without them.
        await ToBeCheckedAsync(StandardActions.Guideline, "2024");
        var path = await principal.StartAsync();
        var paper = await principal.ReadAsync(path);
        var drawn = await DrawnAsync(SmallWorld.Principal);
        var practice = await teacher.ReadAsync($"/practice/questions/{course.Slug}/{practised.Prompt.Id}");

        Assert.Equal(20, drawn.Count);
        Assert.True(resting.Count(question => question.MayBeExamined) > 20);
        Assert.DoesNotContain(drawn, question => RestsOn(question, StandardActions.Guideline));
        Assert.All(resting, question => Assert.DoesNotContain(question.Prompt.Stem, paper, StringComparison.Ordinal));
        Assert.Contains(practised.Prompt.Stem, practice, StringComparison.Ordinal);

        // With one more the bank no longer makes a paper.
        await ToBeCheckedAsync("work-safety-law", course.Bank.Select(question => question.Key.Basis).OfType<Basis.OfClause>().First(basis => basis.StandardSlug is "work-safety-law").Edition);
        using var refused = await teacher.PostAsync($"/quizzes/{QuizSteps.Slug}/attempts", []);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("题库正在更新", await teacher.ReadAsync($"/quizzes/{QuizSteps.Slug}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await principal.GetAsync(path)).StatusCode);
    }

    private static bool RestsOn(QuestionVersion question, string slug) => string.Equals(slug, question.Key.Basis switch
    {
        Basis.OfClause clause => clause.StandardSlug,
        Basis.OfStatement said => said.StandardSlug,
        _ => null,
    }, StringComparison.Ordinal);

    private async Task ToBeCheckedAsync(string slug, string edition) =>
        await app.KeepAsync((await app.EditionAsync(slug, edition)) with { Status = EditionStatus.ToBeChecked });

    private async Task<List<QuestionVersion>> DrawnAsync(string personKey)
    {
        var attempt = await app.AttemptAsync(personKey);
        return await app.InsideAsync(async services =>
        {
            var hashes = await services.GetRequiredService<TrainingHub.Storage.Db>().AttemptItems.Where(item => item.AttemptId == attempt.Id).Select(item => item.QuestionHash).ToListAsync();
            return (await services.GetRequiredService<QuestionShelf>().QuestionsAsync(hashes, default)).Values.ToList();
        });
    }
}

public sealed class UncheckedEditionOnSqlite(SqliteApp app) : UncheckedEditionTests(app), IClassFixture<SqliteApp>;

public sealed class UncheckedEditionOnPostgres(PostgresApp app) : UncheckedEditionTests(app), IClassFixture<PostgresApp>;
