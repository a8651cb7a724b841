using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>One browser at a time, what is given to a whole unit, and what an examiner sees of it.</summary>
public abstract class SittingTests(WebApp app)
{
    private const string List = $"/quizzes/{QuizSteps.Slug}/attempts";

    [Fact]
    public async Task An_attempt_goes_on_in_one_browser_and_the_answers_of_both_are_in_the_log()
    {
        using var first = await app.LearnerAsync(SmallWorld.Principal);
        using var second = await app.SignInAsync(SmallWorld.Principal);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var path = await first.StartAsync();
        using var own = await first.AnswerAsync(path, 1, 1, "A");

        var elsewhere = await second.ReadAsync(path);
        using var tooEarly = await second.AnswerAsync(path, 2, 1, "A");
        app.Clock.Move(TimeSpan.FromSeconds(5));
        using var taken = await second.PostAsync($"{path}/takeover", []);
        var paper = await second.ReadAsync(path);
        using var now = await second.AnswerAsync(path, 2, 1, "B");
        using var refused = await first.AnswerAsync(path, 3, 1, "B");
        using var refusedAgain = await first.AnswerAsync(path, 3, 1, "B");
        using var sheet = await first.PostAsync($"{path}/answers", [new("version-4", "0"), new("shown-4", ""), new("choice-4", "A")]);
        using var repeated = await first.AnswerAsync(path, 1, 1, "A");
        var readOnly = await first.ReadAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, await first.HandInAsync(path));
        Assert.Null((await app.AttemptAsync(SmallWorld.Principal)).SubmittedAt);
        await second.HandInAsync(path);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Contains("正在另一台设备上进行", elsewhere, StringComparison.Ordinal);
        Assert.Contains("已保存1题", elsewhere, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Locked, tooEarly.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("id=\"paper\"", paper, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Locked, HttpStatusCode.OK), (now.StatusCode, refused.StatusCode, repeated.StatusCode));
        Assert.Contains("正在另一台设备上进行", readOnly, StringComparison.Ordinal);
        var attempt = await app.AttemptAsync(SmallWorld.Principal);
        Assert.Equal([(1, "A"), (2, "B")], await app.WithDbAsync(async db => (await db.AnswerEntries.Where(entry => entry.AttemptId == attempt.Id).OrderBy(entry => entry.Item).ToListAsync()).Select(entry => (entry.Item, entry.Choice))));
        Assert.Equal(HttpStatusCode.Locked, sheet.StatusCode);
        Assert.Contains("没有保存，只留存记录", WebUtility.HtmlDecode(await sheet.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        // What was refused stands in the log once, and changes neither the chain of what counts nor the grade.
        Assert.Equal(
            [(2, 1, "A"), (3, 1, "B"), (4, 1, "A")],
            await app.WithDbAsync(async db => (await db.AttemptEvents.Where(e => e.AttemptId == attempt.Id && e.Kind == AttemptEventKind.Refused).OrderBy(e => e.Item).ToListAsync()).Select(e => (e.Item, e.Version, e.Choice))));
        var timeline = await officer.ReadAsync($"{List}/{attempt.Id}/timeline");
        Assert.Contains("第3题第1次保存，来自另一台设备，没有接收，不计分", timeline, StringComparison.Ordinal);
        Assert.Contains("换一台设备继续", timeline, StringComparison.Ordinal);
        Assert.Contains("第2题第1次保存", timeline, StringComparison.Ordinal);
        Assert.Contains("作答记录与交卷或更正时一致", timeline, StringComparison.Ordinal);
        Assert.Contains($"按记录重新评分，得{attempt.Points}分，与成绩一致", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_was_changed_behind_the_server_is_seen()
    {
        using var learner = await app.LearnerAsync(SmallWorld.Responsible);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var path = await learner.StartAsync();
        await learner.AnswerAllAsync(path, await app.KeyAsync(SmallWorld.Responsible));
        await learner.HandInAsync(path);
        var attempt = await app.AttemptAsync(SmallWorld.Responsible);
        // The database refuses to change an entry; one can still be put in.
        await app.WithDbAsync(async db =>
        {
            db.AnswerEntries.Add(new AnswerEntry { AttemptId = attempt.Id, Item = 1, Version = 2, Choice = "", SavedAt = attempt.StartedAt, IsLate = false });
            return await db.SaveChangesAsync();
        });

        var timeline = await officer.ReadAsync($"{List}/{attempt.Id}/timeline");

        Assert.Contains("作答记录与交卷或更正时不一致", timeline, StringComparison.Ordinal);
        Assert.Contains("得95分，成绩是100分", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_page_is_counted_told_and_recorded_without_consequence()
    {
        using var learner = await app.LearnerAsync(SmallWorld.VicePrincipal);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var path = await learner.StartAsync();

        using var once = await learner.PostAsync($"{path}/absences", []);
        using var twice = await learner.PostAsync($"{path}/absences", []);
        app.Clock.Move(TimeSpan.FromMinutes(1));
        using var later = await learner.PostAsync($"{path}/absences", []);
        await learner.HandInAsync(path);
        using var over = await learner.PostAsync($"{path}/absences", []);

        Assert.Equal(["{\"count\":1}", "{\"count\":1}", "{\"count\":2}"], (await Task.WhenAll(new[] { once, twice, later }.Select(answer => answer.Content.ReadAsStringAsync()))).ToList());
        Assert.Equal(HttpStatusCode.NotFound, over.StatusCode);
        Assert.Contains("2次（仅作记录）", await officer.ReadAsync($"{List}/{(await app.AttemptAsync(SmallWorld.VicePrincipal)).Id}/timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_power_cut_gives_a_unit_time_once_and_another_attempt_to_who_had_ended()
    {
        using var open = await app.LearnerAsync(SmallWorld.SchoolAdministrator);
        using var ended = await app.LearnerAsync(SmallWorld.BinhePrincipal);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        await open.StartAsync();
        await ended.HandInAsync(await ended.StartAsync());
        var before = await app.AttemptAsync(SmallWorld.SchoolAdministrator);
        var form = $"/quizzes/{QuizSteps.Slug}/allowances";
        Dictionary<string, string> time = new() { ["Id"] = Guid.NewGuid().ToString(), ["Unit"] = WorldIds.CodeOf(SmallWorld.Linxi), ["Minutes"] = "15", ["Reason"] = "全区停电" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => officer.PostAsync(form, time)));
        using var other = await officer.PostAsync(form, new(time) { ["Minutes"] = "99" });
        using var attempts = await officer.PostAsync(form, new() { ["Id"] = Guid.NewGuid().ToString(), ["Unit"] = WorldIds.CodeOf(SmallWorld.Linxi), ["IsAttempt"] = "true", ["Reason"] = "全区停电" });

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, attempts.StatusCode);
        Assert.Equal(before.Deadline.AddMinutes(15), (await app.AttemptAsync(SmallWorld.SchoolAdministrator)).Deadline);
        Assert.EndsWith("/attempts/2", await ended.StartAsync(), StringComparison.Ordinal);
        var page = await officer.ReadAsync(form);
        Assert.Contains("增加15分钟，", page, StringComparison.Ordinal);
        Assert.Contains("增加一次作答，", page, StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.QuizAllowances.CountAsync(given => given.PersonId == before.PersonId)));
    }

    [Fact]
    public async Task Each_page_is_for_whom_it_is_meant()
    {
        using var learner = await app.LearnerAsync(SmallWorld.Teacher);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var visitor = app.Visitor();
        var path = await learner.StartAsync();
        var timeline = $"{List}/{(await app.AttemptAsync(SmallWorld.Teacher)).Id}/timeline";
        var form = $"/quizzes/{QuizSteps.Slug}/allowances";
        Dictionary<string, string> fields = new() { ["Id"] = Guid.NewGuid().ToString(), ["Unit"] = WorldIds.CodeOf(SmallWorld.Linxi), ["Minutes"] = "5", ["Reason"] = "停电" };

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(timeline)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(timeline)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(timeline)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{List}/{Guid.NewGuid()}/timeline")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/quizzes/nothing/allowances")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await neighbour.PostAsync(form, fields)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(form, new(fields) { ["Minutes"] = "181" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(form, new(fields) { ["Reason"] = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(form, new(fields) { ["Unit"] = "没有的单位" })).StatusCode);
        foreach (var action in new[] { "takeover", "absences" })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync($"{path}/{action}", [])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync($"{path}/{action}", [])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.PostAsync($"/quizzes/nothing/attempts/1/{action}", [])).StatusCode);
        }
    }
}

public sealed class SittingsOnSqlite(SqliteApp app) : SittingTests(app), IClassFixture<SqliteApp>;

public sealed class SittingsOnPostgres(PostgresApp app) : SittingTests(app), IClassFixture<PostgresApp>;
