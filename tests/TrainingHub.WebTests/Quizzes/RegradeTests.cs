using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Records;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>A wrong key is corrected: previewed, applied once, told, undone; nothing is revoked by itself.</summary>
public abstract class RegradeTests(WebApp app)
{
    private const string Regrades = $"/quizzes/{QuizSteps.Slug}/regrades";

    [Fact]
    public async Task Corrects_a_key_for_everybody_and_takes_it_back_without_revoking()
    {
        using var learner = await app.LearnerAsync(SmallWorld.Principal);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var path = await learner.StartAsync();
        var (question, chosen) = await AnswerJustBelowAsync(learner, path, SmallWorld.Principal);
        await learner.HandInAsync(path);
        var failed = await app.AttemptAsync(SmallWorld.Principal);
        var log = await LogAsync(failed.Id);
        app.Clock.Move(TimeSpan.FromDays(3));
        var form = new List<KeyValuePair<string, string>> { new("Question", question.Hash), new("Options", Number(chosen)), new("Reason", "答案印错") };

        Assert.Contains(question.Prompt.Stem, await officer.ReadAsync($"{Regrades}?q={question.Prompt.Stem[..4]}"), StringComparison.Ordinal);
        Assert.Contains("更正答案", await officer.ReadAsync($"{Regrades}/new?question={question.Hash}"), StringComparison.Ordinal);
        using var begun = await officer.PostAsync(Regrades, form);
        using var second = await officer.PostAsync(Regrades, form);
        var number = NumberOf(begun);
        var preview = await officer.ReadAsync($"{Regrades}/{number}");

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("未通过变为通过", preview, StringComparison.Ordinal);
        Assert.Contains("沈知南", preview, StringComparison.Ordinal);
        Assert.Equal((failed.Points, false), await StandingAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => officer.PostAsync($"{Regrades}/{number}/application", [])));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        await UntilAsync(RegradeState.Applied, number);
        var record = Assert.Single(await RecordsAsync());
        Assert.Equal((DateOnly.FromDateTime(failed.SubmittedAt!.Value.AddHours(8)), failed.Id), (record.CompletionDay, record.AttemptId));
        Assert.True((await StandingAsync()).Passed);
        Assert.Equal(log, await LogAsync(failed.Id));
        Assert.Contains("重新评分", await learner.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Contains("答案印错", await learner.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains("已通过", await learner.ReadAsync(path), StringComparison.Ordinal);
        using var csv = await officer.GetAsync($"{Regrades}/{number}/lines.csv?effect=NowPassed&sort=New.down");
        Assert.Contains("沈知南,", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Revoked by hand and restored: the new row stands for the attempt, also before its own learner.
        using var revoked = await officer.PostAsync($"/records/{record.Id}/revocation", new() { ["Reason"] = "以为是冒名答题" });
        using var back = await officer.PostAsync($"/records/{record.Id}/restoration", new() { ["Reason"] = "核对后确是本人" });
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (revoked.StatusCode, back.StatusCode));
        var restored = Assert.Single(await RecordsAsync(), one => one.RestoresId == record.Id);
        Assert.Equal((record.ValidUntil, record.OrganizationId, record.Position), (restored.ValidUntil, restored.OrganizationId, restored.Position));
        Assert.Contains(await app.WithDbAsync(db => db.Certificates.Where(one => one.RecordId == restored.Id).Select(one => one.Serial).SingleAsync()), await learner.ReadAsync(path), StringComparison.Ordinal);

        // Taken back: the certificate stays, for a person to decide.
        using var undone = await officer.PostAsync(Regrades, new() { ["Undo"] = Number(number), ["Reason"] = "原答案无误" });
        number = NumberOf(undone);
        Assert.Contains("1张证书", await officer.ReadAsync($"{Regrades}/{number}"), StringComparison.Ordinal);
        using var applied = await officer.PostAsync($"{Regrades}/{number}/application", []);
        await UntilAsync(RegradeState.Applied, number);
        var page = await officer.ReadAsync($"{Regrades}/{number}?effect=NowFailed&q=沈知");

        Assert.Equal((failed.Points, false), await StandingAsync());
        Assert.Contains($"/records/{restored.Id}/revocation", page, StringComparison.Ordinal);
        Assert.Equal(2, (await RecordsAsync()).Count);
        Assert.False(await app.WithDbAsync(db => db.Revocations.AnyAsync(revocation => revocation.RecordId == restored.Id)));

        // The same key again changes nothing, and neither does the last look.
        var version = (await app.AttemptAsync(SmallWorld.Principal)).Version;
        form[1] = new("Options", Number(question.Key.CorrectOptions[0]));
        using var same = await officer.PostAsync(Regrades, form);
        number = NumberOf(same);
        Assert.Contains("没有作答会因此改变", await officer.ReadAsync($"{Regrades}/{number}"), StringComparison.Ordinal);
        using var sameApplied = await officer.PostAsync($"{Regrades}/{number}/application", []);
        await UntilAsync(RegradeState.Applied, number);
        app.Clock.Move(Regrade.Settling);
        foreach (var id in await app.WithDbAsync(db => db.Regrades.Select(regrade => regrade.Id).ToListAsync()))
        {
            await app.InsideAsync(services => services.GetRequiredService<WorkOffRegrade>().RunAsync(id, default));
        }

        Assert.Equal(version, (await app.AttemptAsync(SmallWorld.Principal)).Version);
        Assert.Equal(2, (await RecordsAsync()).Count);
        await Assert.ThrowsAnyAsync<Exception>(() => app.WithDbAsync(db => db.KeyCorrections.ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task An_order_a_number_and_a_place_are_corrected_too()
    {
        const string Path = $"/quizzes/{AllKinds.Slug}/regrades";
        await AllKinds.PublishAsync(app);
        using var learner = await app.SignInAsync(SmallWorld.Responsible);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        await learner.HandInAsync(await learner.StartAsync(AllKinds.Slug));
        string HashOf(QuestionKind kind) => AllKinds.Questions.First(question => question.Prompt.Kind == kind).Hash;
        (QuestionKind Kind, string Bad, string Said, KeyValuePair<string, string>[] Bads, KeyValuePair<string, string>[] Goods)[] corrections =
        [
            (QuestionKind.Ordering, "每个步骤要选一次", "离开教室→听到警报→到达操场→清点人数", Order(1, 1, 2, 3), Order(1, 0, 2, 3)),
            (
                QuestionKind.FillIn, "每个空都要有正确的文字或数值", "2.4米（允许误差0.1）",
                [new("Blanks", "两"), new("Blanks", ""), new("Values", ""), new("Values", ""), new("Tolerances", ""), new("Tolerances", "0.1")],
                [new("Blanks", "两"), new("Blanks", ""), new("Values", ""), new("Values", "2.4"), new("Tolerances", ""), new("Tolerances", "0.1"), new("Units", ""), new("Units", "米, m")]),
            (QuestionKind.Hotspot, "有的位置不能识别", "左边的门：10,10 60,90", [new("Options", "0"), new("Zones", "10,10 60,9000"), new("Zones", "700,200 800,300")], [new("Options", "0"), new("Zones", "10,10 60,90"), new("Zones", "700,200 800,200 750,300")]),
        ];

        foreach (var (kind, bad, said, bads, goods) in corrections)
        {
            KeyValuePair<string, string>[] fixedFields = [new("Question", HashOf(kind)), new("Reason", "教材改版")];
            Assert.Contains("更正答案", await officer.ReadAsync($"{Path}/new?question={HashOf(kind)}"), StringComparison.Ordinal);
            using var refused = await officer.PostAsync(Path, [.. fixedFields, .. bads]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(bad, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
            using var begun = await officer.PostAsync(Path, [.. fixedFields, .. goods]);
            var number = NumberOf(begun);
            Assert.Contains(said, await officer.ReadAsync($"{Path}/{number}"), StringComparison.Ordinal);
            using var givenUp = await officer.PostAsync($"{Path}/{number}/abandonment", []);
            Assert.Equal(HttpStatusCode.Redirect, givenUp.StatusCode);
        }

        static KeyValuePair<string, string>[] Order(params int[] steps) => [.. steps.Select(step => KeyValuePair.Create("Order", Number(step)))];
    }

    [Fact]
    public async Task An_open_attempt_is_graded_by_the_corrected_key_and_a_given_up_one_changes_nothing()
    {
        using var first = await app.LearnerAsync(SmallWorld.VicePrincipal);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        var path = await first.StartAsync();
        await first.HandInAsync(path);
        var hash = await app.WithDbAsync(db => db.AttemptItems.Where(item => db.Attempts.Any(attempt => attempt.Id == item.AttemptId && attempt.PersonId == WorldIds.Of("person", SmallWorld.VicePrincipal)))
            .OrderBy(item => item.Number).Select(item => item.QuestionHash).FirstAsync());
        var give = new Dictionary<string, string> { ["Question"] = hash, ["GivesAll"] = "true", ["Reason"] = "题干有误" };

        using var begun = await officer.PostAsync(Regrades, give);
        var number = NumberOf(begun);
        using var givenUp = await officer.PostAsync($"{Regrades}/{number}/abandonment", []);
        using var late = await officer.PostAsync($"{Regrades}/{number}/application", []);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (givenUp.StatusCode, late.StatusCode));
        Assert.Equal(0, (await app.AttemptAsync(SmallWorld.VicePrincipal)).Points);

        using var again = await officer.PostAsync(Regrades, give);
        number = NumberOf(again);
        using var applied = await officer.PostAsync($"{Regrades}/{number}/application", []);
        await UntilAsync(RegradeState.Applied, number);

        var points = await app.WithDbAsync(db => db.AttemptItems.Where(item => item.QuestionHash == hash && db.Attempts.Any(attempt => attempt.Id == item.AttemptId && attempt.PersonId == WorldIds.Of("person", SmallWorld.VicePrincipal))).Select(item => item.Points).SingleAsync());
        Assert.Equal(points, (await app.AttemptAsync(SmallWorld.VicePrincipal)).Points);
        // Graded afterwards: by the corrected key from the beginning.
        using var next = await app.LearnerAsync(SmallWorld.BinhePrincipal);
        var other = await next.StartAsync();
        await next.HandInAsync(other);
        var attempt = await app.AttemptAsync(SmallWorld.BinhePrincipal);
        var has = await app.WithDbAsync(db => db.AttemptItems.AnyAsync(item => item.AttemptId == attempt.Id && item.QuestionHash == hash));
        Assert.Equal(has, attempt.Points > 0);
    }

    [Fact]
    public async Task Is_for_those_who_answer_for_the_quiz()
    {
        using var learner = await app.LearnerAsync(SmallWorld.Teacher);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var visitor = app.Visitor();
        await learner.HandInAsync(await learner.StartAsync());
        var attempt = await app.AttemptAsync(SmallWorld.Teacher);
        var hash = await app.WithDbAsync(db => db.AttemptItems.Where(item => item.AttemptId == attempt.Id).Select(item => item.QuestionHash).FirstAsync());
        var fields = new Dictionary<string, string> { ["Question"] = hash, ["GivesAll"] = "true", ["Reason"] = "题干有误" };
        string[] pages = [Regrades, $"{Regrades}/new?question={hash}", $"{Regrades}/77", $"{Regrades}/77/lines.csv"];

        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(page.Replace(QuizSteps.Slug, "nothing", StringComparison.Ordinal))).StatusCode);
        }

        foreach (var post in new[] { Regrades, $"{Regrades}/77/application", $"{Regrades}/77/abandonment" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync(post, fields)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.PostAsync(post, fields)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await county.PostAsync(post, fields)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Regrades}/77")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Regrades}/new?question=unknown")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync($"{Regrades}/77/application", [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync(Regrades, new Dictionary<string, string>(fields) { ["Question"] = "unknown" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync(Regrades, new() { ["Undo"] = "77", ["Reason"] = "无" })).StatusCode);
        foreach (var (gives, reason) in new[] { ("false", "没有选项"), ("true", " "), ("true", new string('长', 201)) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(Regrades, new Dictionary<string, string>(fields) { ["GivesAll"] = gives, ["Reason"] = reason })).StatusCode);
        }

        // Nobody sees the keys of a paper while they are answering it.
        await app.FinishLessonsAsync(SmallWorld.CityOfficer);
        await officer.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Regrades}/new?question={hash}")).StatusCode);
        await officer.HandInAsync($"/quizzes/{QuizSteps.Slug}/attempts/1");
    }

    /// <summary>Answers so that one more right answer, to a single choice, would pass; tells that question and the option chosen there.</summary>
    private async Task<(QuestionVersion Question, int Chosen)> AnswerJustBelowAsync(TestBrowser browser, string path, string personKey)
    {
        var attempt = await app.AttemptAsync(personKey);
        var key = await app.KeyAsync(personKey);
        var items = await app.WithDbAsync(db => db.AttemptItems.Where(item => item.AttemptId == attempt.Id).OrderBy(item => item.Number).ToListAsync());
        var questions = await app.InsideAsync(async services => await services.GetRequiredService<QuestionShelf>().QuestionsAsync([.. items.Select(item => item.QuestionHash)], default));
        var corrected = await app.WithDbAsync(db => db.KeyCorrections.Select(correction => correction.QuestionHash).ToListAsync());
        var singles = items.Where(item => questions[item.QuestionHash].Prompt.Kind is QuestionKind.Single && !corrected.Contains(item.QuestionHash)).ToList();
        var (spoilt, others) = (singles[0], singles.Skip(1).Where(item => item.Points == singles[0].Points).ToList());
        var wrong = new HashSet<int> { spoilt.Number };
        var points = attempt.FullPoints;
        foreach (var item in others.TakeWhile(item => attempt.IsPass(points - item.Points)))
        {
            points -= item.Points;
            wrong.Add(item.Number);
        }

        Assert.True(attempt.IsPass(points) && !attempt.IsPass(points - spoilt.Points));
        await browser.AnswerAllAsync(path, items.ToDictionary(item => item.Number, item => wrong.Contains(item.Number) ? (IsA(key[item.Number]) ? "B" : "A") : key[item.Number]));
        var order = PaperItem.ParseOptionOrder(spoilt.OptionOrder);
        return (questions[spoilt.QuestionHash], order[IsA(key[spoilt.Number]) ? 1 : 0]);
    }

    private static bool IsA(string letters) => string.Equals(letters, "A", StringComparison.Ordinal);

    private static int NumberOf(HttpResponseMessage begun)
    {
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return int.Parse(begun.Headers.Location!.OriginalString.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private async Task<(int? Points, bool Passed)> StandingAsync()
    {
        var attempt = await app.AttemptAsync(SmallWorld.Principal);
        return (attempt.Points, attempt.Passed is true);
    }

    private Task<List<TrainingRecord>> RecordsAsync() => app.WithDbAsync(db =>
        db.TrainingRecords.AsNoTracking().Where(record => record.PersonId == WorldIds.Of("person", SmallWorld.Principal)).ToListAsync());

    private Task<List<string>> LogAsync(Guid attemptId) => app.WithDbAsync(db =>
        db.AnswerEntries.Where(entry => entry.AttemptId == attemptId).OrderBy(entry => entry.Item).Select(entry => entry.Item + entry.Choice).ToListAsync());

    private async Task UntilAsync(RegradeState state, int number)
    {
        for (var time = 0; time < 100; time++)
        {
            if (await app.WithDbAsync(db => db.Regrades.AnyAsync(regrade => regrade.Number == number && regrade.State == state)))
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"Regrade {number} did not become {state}.");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

public sealed class RegradesOnSqlite(SqliteApp app) : RegradeTests(app), IClassFixture<SqliteApp>;

public sealed class RegradesOnPostgres(PostgresApp app) : RegradeTests(app), IClassFixture<PostgresApp>;
