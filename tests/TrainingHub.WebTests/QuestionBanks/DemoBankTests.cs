using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Demo;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.Standards;

namespace TrainingHub.WebTests.QuestionBanks;

/// <summary>The banks and quizzes that whoever tries the application finds at first start.</summary>
public sealed class DemoBankTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    [Fact]
    public async Task Has_every_kind_with_clauses_in_force_and_quizzes_to_take_and_to_look_at()
    {
        await app.InsideAsync(async services =>
        {
            var questions = await services.GetRequiredService<DemoBankLoader>().RunAsync(WorldBank.Small, default);
            await services.GetRequiredService<DemoQuizLoader>().RunAsync(questions, hasContest: true, default);
            await services.GetRequiredService<DemoSpeechLoader>().RunAsync(default);
        });
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);

        var pool = await app.PoolAsync(SmallWorld.Linxi);
        var history = await app.InsideAsync(async services => await services.GetRequiredService<StandardShelf>().HistoryAsync(default));
        using var started = await teacher.PostAsync("/quizzes/DEMX2345/attempts", new());
        var results = await officer.ReadAsync("/quizzes/DEMX6789/results");

        Assert.True(pool.Count >= 40);
        Assert.Equal(Enum.GetValues<QuestionKind>(), pool.Select(question => question.Prompt.Kind).Distinct().Order());
        Assert.All(pool.SelectMany(question => question.Key.Bases).OfType<Basis.OfClause>(), clause =>
            Assert.True(history.Find(new EditionName(clause.StandardSlug, clause.Edition))?.FindClause(clause.ClauseNumber) is { MayBeCited: true }, clause.ToString()));
        Assert.Empty(BankRule.Check(pool));
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        Assert.Contains("沈", await officer.ReadAsync("/quizzes/DEMX6789/results/absent"), StringComparison.Ordinal);
        Assert.Equal(7, await app.WithDbAsync(db => db.Attempts.CountAsync(attempt => attempt.QuizSlug == "DEMX6789" && attempt.Points != null)));
        Assert.Contains("7", results, StringComparison.Ordinal);
        Assert.Contains("滨河路小学", await officer.ReadAsync("/contests/open/DEMC2345?group=0"), StringComparison.Ordinal);
        Assert.Contains("三分钟有多长", await officer.ReadAsync("/contests/speeches/DEMP2345"), StringComparison.Ordinal);
        Assert.Contains("消防安全", WebUtility.HtmlDecode(await officer.ReadAsync("/questions/folders")), StringComparison.Ordinal);
    }
}
