using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

public abstract class AttemptTests(WebApp app)
{
    [Fact]
    public async Task Passing_leads_to_one_record_and_one_certificate()
    {
        using var browser = await app.LearnerAsync(SmallWorld.Principal);

        var intro = await browser.ReadAsync($"/quizzes/{QuizSteps.Slug}");
        var path = await browser.StartAsync();
        var key = await app.KeyAsync(SmallWorld.Principal);
        app.Clock.Move(TimeSpan.FromMinutes(2));
        var clock = app.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        await browser.AnswerAllAsync(path, key);
        var paper = await browser.ReadAsync(path);
        var review = await browser.ReadAsync($"{path}/review");
        await browser.HandInAsync(path);
        var result = await browser.ReadAsync(path);

        Assert.Contains("20题", intro, StringComparison.Ordinal);
        Assert.Contains("开始作答", intro, StringComparison.Ordinal);
        Assert.Equal(20, paper.Split($"已保存 {clock}").Length - 1);
        Assert.Contains("28:00", paper, StringComparison.Ordinal);
        Assert.Contains("20题全部作答", review, StringComparison.Ordinal);
        var attempt = await app.AttemptAsync(SmallWorld.Principal);
        Assert.Equal((100, 20, true), (attempt.Points, attempt.Answered, attempt.Passed));
        var record = await app.WithDbAsync(db => db.TrainingRecords.SingleAsync(r => r.AttemptId == attempt.Id));
        var certificate = await app.WithDbAsync(db => db.Certificates.SingleAsync(c => c.RecordId == record.Id));
        Assert.Contains(certificate.Serial, result, StringComparison.Ordinal);
        Assert.Contains("已通过轮训结业测验", result, StringComparison.Ordinal);
        Assert.Contains("全部得满分", result, StringComparison.Ordinal);
        Assert.Contains("你已通过这次测验", await browser.ReadAsync($"/quizzes/{QuizSteps.Slug}"), StringComparison.Ordinal);
        using var again = await browser.PostAsync($"/quizzes/{QuizSteps.Slug}/attempts", []);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Fifty_submits_at_once_grade_once()
    {
        using var browser = await app.LearnerAsync(SmallWorld.Responsible);
        var path = await browser.StartAsync();
        await browser.AnswerAllAsync(path, await app.KeyAsync(SmallWorld.Responsible));

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => browser.HandInAsync(path)));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.Redirect, status));
        var attempt = await app.AttemptAsync(SmallWorld.Responsible);
        Assert.Equal(1, attempt.Version);
        Assert.Equal(1, await app.WithDbAsync(db => db.TrainingRecords.CountAsync(r => r.AttemptId == attempt.Id)));
        Assert.Equal(1, await app.WithDbAsync(db => db.Certificates.CountAsync(c => c.PersonId == attempt.PersonId)));
    }

    [Fact]
    public async Task Ten_starts_at_once_draw_one_paper()
    {
        using var browser = await app.LearnerAsync(SmallWorld.Teacher);

        var paths = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => browser.StartAsync()));

        Assert.Single(paths.Distinct());
        Assert.Equal(1, await app.WithDbAsync(db => db.Attempts.CountAsync(a => a.PersonId == WorldIds.Of("person", SmallWorld.Teacher))));
        Assert.Contains("继续作答", await browser.ReadAsync($"/quizzes/{QuizSteps.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_to_start_before_the_lessons_are_finished()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await browser.PostAsync($"/quizzes/{QuizSteps.Slug}/attempts", []);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("先学完课程再作答", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grades_what_was_saved_when_time_runs_out_even_if_nobody_presses_submit()
    {
        using var browser = await app.LearnerAsync(SmallWorld.SchoolAdministrator);
        var path = await browser.StartAsync();
        var key = await app.KeyAsync(SmallWorld.SchoolAdministrator);
        var open = await app.AttemptAsync(SmallWorld.SchoolAdministrator);
        app.Clock.MoveTo(new DateTimeOffset(open.Deadline));
        using var inTime = await browser.AnswerAsync(path, 1, 1, key[1]);
        app.Clock.Move(TimeSpan.FromMilliseconds(1));
        using var tooLate = await browser.AnswerAsync(path, 2, 1, key[2]);
        app.Clock.Move(TimeSpan.FromMinutes(3));

        var result = await browser.ReadAsync(path);

        Assert.False((await inTime.ReceiptAsync()).Late);
        Assert.True((await tooLate.ReceiptAsync()).Late);
        var attempt = await app.AttemptAsync(SmallWorld.SchoolAdministrator);
        Assert.Equal((5, 1, attempt.Deadline), (attempt.Points, attempt.Answered, attempt.SubmittedAt));
        Assert.Contains("答题时间已到。已保存的1题已交卷评分。", result, StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDbAsync(db => db.AnswerEntries.CountAsync(entry => entry.AttemptId == attempt.Id)));
        app.Clock.Move(TimeSpan.FromMinutes(1));
        Assert.Contains("还没有到可以再次作答的时间", await browser.ReadAsync($"/quizzes/{QuizSteps.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_processes_grade_an_overdue_attempt_once()
    {
        using var browser = await app.LearnerAsync(SmallWorld.VicePrincipal);
        var path = await browser.StartAsync();
        var key = await app.KeyAsync(SmallWorld.VicePrincipal);
        await browser.AnswerAllAsync(path, key);

        app.Clock.Move(TimeSpan.FromMinutes(31));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.InsideAsync(services => services.GetRequiredService<GradeOverdueAttempts>().RunAsync(default))));

        var attempt = await app.AttemptAsync(SmallWorld.VicePrincipal);
        Assert.Equal((1, attempt.Deadline, true), (attempt.Version, attempt.SubmittedAt, attempt.Passed));
        Assert.Equal(1, await app.WithDbAsync(db => db.TrainingRecords.CountAsync(r => r.AttemptId == attempt.Id)));
    }

    [Fact]
    public async Task Withholds_what_stands_on_a_paper_that_is_open_now()
    {
        using var browser = await app.LearnerAsync(SmallWorld.BinhePrincipal);
        var first = await browser.StartAsync();
        await browser.HandInAsync(first);
        var before = await browser.ReadAsync(first);
        app.Clock.Move(TimeSpan.FromMinutes(10));
        await browser.StartAsync();

        var meanwhile = await browser.ReadAsync(first);

        var shared = await app.WithDbAsync(async db =>
        {
            var personId = WorldIds.Of("person", SmallWorld.BinhePrincipal);
            var hashes = await (from attempt in db.Attempts where attempt.PersonId == personId join item in db.AttemptItems on attempt.Id equals item.AttemptId select item.QuestionHash).ToListAsync();
            return hashes.CountBy(hash => hash).Count(pair => pair.Value == 2);
        });
        Assert.Contains("没有得满分的题20道", before, StringComparison.Ordinal);
        Assert.Contains(shared == 0 ? "没有得满分的题20道" : $"有{shared}题也在你正在作答的试卷中", meanwhile, StringComparison.Ordinal);
        Assert.Contains($"没有得满分的题{20 - shared}道", meanwhile, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strangers_attempt_is_not_found()
    {
        using var owner = await app.LearnerAsync(SmallWorld.WangchuanPrincipal);
        var path = await owner.StartAsync();
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{path}/review")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{path}/clock")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.AnswerAsync(path, 1, 1, "A")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{path}/answers", [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.HandInAsync(path));
        Assert.Null((await app.AttemptAsync(SmallWorld.WangchuanPrincipal)).SubmittedAt);
    }

    [Fact]
    public async Task Signed_out_pages_ask_for_a_sign_in_and_answers_are_told_so()
    {
        using var visitor = app.Visitor();
        const string Path = $"/quizzes/{QuizSteps.Slug}/attempts/1";

        using var page = await visitor.GetAsync(Path);
        using var answer = await visitor.AnswerAsync(Path, 1, 1, "A");

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Contains("/account/session", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await visitor.HandInAsync(Path));
    }

    [Fact]
    public async Task Unknown_quizzes_and_attempts_are_not_found()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/quizzes/nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync("/quizzes/nothing/attempts", [])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/quizzes/{QuizSteps.Slug}/attempts/77")).StatusCode);
    }
}

public sealed class AttemptsOnSqlite(SqliteApp app) : AttemptTests(app), IClassFixture<SqliteApp>;

public sealed class AttemptsOnPostgres(PostgresApp app) : AttemptTests(app), IClassFixture<PostgresApp>;
