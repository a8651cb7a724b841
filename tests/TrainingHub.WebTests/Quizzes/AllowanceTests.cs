using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Courses;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>More time and another attempt, given afterwards by whoever runs the quiz.</summary>
public abstract class AllowanceTests(WebApp app)
{
    private const string List = $"/quizzes/{QuizSteps.Slug}/attempts";

    [Fact]
    public async Task Added_time_counts_is_recorded_and_shown()
    {
        using var learner = await app.LearnerAsync(SmallWorld.Principal);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var path = await learner.StartAsync();
        var attempt = await app.AttemptAsync(SmallWorld.Principal);
        var form = $"{List}/{attempt.Id}/allowances";
        Assert.Contains("给沈知南增加作答时间", await officer.ReadAsync(form), StringComparison.Ordinal);

        using var given = await officer.PostAsync(form, new() { ["Minutes"] = "15", ["Reason"] = "考场停电" });
        app.Clock.MoveTo(new DateTimeOffset(attempt.Deadline).AddMinutes(14));
        using var answer = await learner.AnswerAsync(path, 1, 1, (await app.KeyAsync(SmallWorld.Principal))[1]);
        var paper = await learner.ReadAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        Assert.False((await answer.ReceiptAsync()).Late);
        Assert.Contains("已增加15分钟", paper, StringComparison.Ordinal);
        Assert.Contains("01:00", paper, StringComparison.Ordinal);
        Assert.Contains("第1次作答增加15分钟", await learner.ReadAsync($"/quizzes/{QuizSteps.Slug}"), StringComparison.Ordinal);
        Assert.Contains("考场停电（方亦真，", await learner.ReadAsync($"/quizzes/{QuizSteps.Slug}"), StringComparison.Ordinal);
        app.Clock.Move(TimeSpan.FromMinutes(2));
        using var late = await officer.PostAsync(form, new() { ["Minutes"] = "5", ["Reason"] = "再加一点" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal((attempt.Deadline.AddMinutes(15), 5), ((await app.AttemptAsync(SmallWorld.Principal)).SubmittedAt, (await app.AttemptAsync(SmallWorld.Principal)).Points));
    }

    [Fact]
    public async Task A_granted_attempt_can_be_started_at_once_and_only_once()
    {
        using var learner = await app.LearnerAsync(SmallWorld.BinhePrincipal);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        await learner.HandInAsync(await learner.StartAsync());
        var attempt = await app.AttemptAsync(SmallWorld.BinhePrincipal);
        using var waiting = await learner.PostAsync(List, []);
        Assert.Equal(HttpStatusCode.Conflict, waiting.StatusCode);

        var reason = new Dictionary<string, string> { ["Reason"] = "网络中断" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => officer.PostAsync($"{List}/{attempt.Id}/allowances", reason)));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        Assert.Contains("增加一次作答", await learner.ReadAsync($"/quizzes/{QuizSteps.Slug}"), StringComparison.Ordinal);
        var next = $"/quizzes/{QuizSteps.Slug}/people/{attempt.PersonId}/allowances";
        Assert.Contains("给下一次作答增加时间", await officer.ReadAsync($"{List}/{attempt.Id}/allowances"), StringComparison.Ordinal);
        Assert.Contains("已经作答1次", await officer.ReadAsync($"{next}?next=true"), StringComparison.Ordinal);
        using var longer = await officer.PostAsync(next, new() { ["Id"] = Guid.NewGuid().ToString(), ["Minutes"] = "25", ["Reason"] = "手部受伤" });
        Assert.Equal(HttpStatusCode.Redirect, longer.StatusCode);
        Assert.EndsWith("/attempts/2", await learner.StartAsync(), StringComparison.Ordinal);
        var second = await app.AttemptAsync(SmallWorld.BinhePrincipal, number: 2);
        Assert.Equal(second.StartedAt + (attempt.Deadline - attempt.StartedAt) + TimeSpan.FromMinutes(25), second.Deadline);
        Assert.Equal(2, await app.WithDbAsync(db => db.QuizAllowances.CountAsync(a => a.PersonId == attempt.PersonId)));
        // What was given is never changed.
        await Assert.ThrowsAnyAsync<Exception>(() => app.WithDbAsync(db => db.QuizAllowances.ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task Who_was_ill_while_it_was_open_begins_after_the_window()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var healthy = await app.SignInAsync(SmallWorld.VicePrincipal);
        var slug = await officer.ArrangeAsync();
        var form = $"/quizzes/{slug}/people/{WorldIds.Of("person", SmallWorld.Teacher)}/allowances";
        Dictionary<string, string> leave = new() { ["Id"] = Guid.NewGuid().ToString(), ["IsLeave"] = "true", ["Reason"] = "住院" };

        var name = await app.WithDbAsync(db => db.People.Where(p => p.Id == WorldIds.Of("person", SmallWorld.Teacher)).Select(p => p.Name).SingleAsync());
        var absent = await officer.ReadAsync($"/quizzes/{slug}/results/absent?q={name}");
        var asked = await officer.ReadAsync(form);
        var given = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => officer.PostAsync(form, leave)));
        using var again = await officer.PostAsync(form, new(leave) { ["Id"] = Guid.NewGuid().ToString() });
        app.Clock.Move(TimeSpan.FromDays(3));
        using var late = await healthy.PostAsync($"/quizzes/{slug}/attempts", []);
        var told = await learner.ReadAsync($"/quizzes/{slug}");
        await learner.StartAsync(slug);
        var attempt = await app.AttemptAsync(SmallWorld.Teacher, slug: slug);
        using var begun = await officer.PostAsync(form, new(leave) { ["Id"] = Guid.NewGuid().ToString() });
        using var page = await officer.GetAsync(form);

        Assert.Contains(form, absent, StringComparison.Ordinal);
        Assert.Contains("还没有作答", asked, StringComparison.Ordinal);
        Assert.All(given, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (again.StatusCode, late.StatusCode, begun.StatusCode));
        Assert.Contains("允许在作答窗口结束后7天内补测", told, StringComparison.Ordinal);
        Assert.Equal(attempt.StartedAt.AddMinutes(30), attempt.Deadline);
        Assert.Equal($"/quizzes/{slug}/attempts/{attempt.Id}/allowances", page.Headers.Location?.OriginalString);
        Assert.Equal(1, await app.WithDbAsync(db => db.QuizAllowances.CountAsync(a => a.QuizSlug == slug)));
    }

    [Fact]
    public async Task Time_added_before_the_start_counts_for_the_first_attempt_and_a_unit_is_given_the_rest_at_the_next_press()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.LearnerAsync(SmallWorld.Responsible);
        var personId = WorldIds.Of("person", SmallWorld.Responsible);
        var (name, officerId) = await app.WithDbAsync(async db => ((await db.People.SingleAsync(p => p.Id == personId)).Name, WorldIds.Of("person", SmallWorld.LinxiOfficer)));
        var form = $"/quizzes/{QuizSteps.Slug}/people/{personId}/allowances";
        var units = $"/quizzes/{QuizSteps.Slug}/allowances";

        var found = await officer.ReadAsync($"{units}?q={name}");
        using var given = await officer.PostAsync(form, new() { ["Id"] = Guid.NewGuid().ToString(), ["Minutes"] = "20", ["Reason"] = "手部受伤" });
        using var noWindow = await officer.PostAsync(form, new() { ["Id"] = Guid.NewGuid().ToString(), ["IsLeave"] = "true", ["Reason"] = "住院" });
        var path = await learner.StartAsync();
        var attempt = await app.AttemptAsync(SmallWorld.Responsible);

        Assert.Contains(form, found, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (given.StatusCode, noWindow.StatusCode));
        Assert.Contains("已增加20分钟", await learner.ReadAsync(path), StringComparison.Ordinal);
        Assert.Equal(attempt.StartedAt.AddMinutes(50), attempt.Deadline);

        // As it stands when time was given after starting had read what was given: looking again counts it, once.
        await app.WithDbAsync(async db =>
        {
            db.Add(new QuizAllowance
            {
                Id = Guid.NewGuid(),
                PersonId = personId,
                QuizSlug = QuizSteps.Slug,
                AttemptNumber = 1,
                Minutes = 7,
                Reason = "同一时刻",
                GivenAt = app.Clock.GetUtcNow().UtcDateTime,
                GivenBy = officerId,
            });
            return await db.SaveChangesAsync();
        });
        for (var time = 0; time < 2; time++)
        {
            await app.InsideAsync(async services =>
            {
                var quiz = (await services.GetRequiredService<CourseShelf>().FindQuizAsync(QuizSteps.Slug, default))!.Quiz;
                await services.GetRequiredService<SettleTime>().RunAsync(personId, quiz, 1, 0, default);
            });
        }

        attempt = await app.AttemptAsync(SmallWorld.Responsible);
        Assert.Equal(attempt.StartedAt.AddMinutes(57), attempt.Deadline);

        // As it stands when a request ended before it had reached everybody.
        var group = new GroupAllowance
        {
            Id = Guid.NewGuid(),
            QuizSlug = QuizSteps.Slug,
            OrganizationId = WorldIds.Of("organization", SmallWorld.Linxi),
            Minutes = 15,
            Reason = "停电",
            GivenAt = app.Clock.GetUtcNow().UtcDateTime,
            GivenBy = officerId,
        };
        await app.WithDbAsync(async db =>
        {
            db.Add(group);
            return await db.SaveChangesAsync();
        });
        var left = await officer.ReadAsync(units);
        using var rest = await officer.PostAsync(units, new() { ["Id"] = group.Id.ToString(), ["Unit"] = WorldIds.CodeOf(SmallWorld.Linxi), ["Minutes"] = "15", ["Reason"] = "停电" });

        Assert.Contains("人没有增加，请接着处理", left, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, rest.StatusCode);
        Assert.DoesNotContain("继续增加", await officer.ReadAsync(units), StringComparison.Ordinal);
        Assert.Equal(attempt.Deadline.AddMinutes(15), (await app.AttemptAsync(SmallWorld.Responsible)).Deadline);
    }

    [Fact]
    public async Task Time_given_in_the_moment_of_a_start_counts_or_is_refused()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        for (var round = 0; round < 3; round++)
        {
            var slug = await officer.ArrangeAsync();
            foreach (var who in new[] { SmallWorld.Teacher, SmallWorld.VicePrincipal })
            {
                using var learner = await app.SignInAsync(who);
                var form = $"/quizzes/{slug}/people/{WorldIds.Of("person", who)}/allowances";
                Dictionary<string, string> fields = new() { ["Id"] = Guid.NewGuid().ToString(), ["Minutes"] = "20", ["Reason"] = "手部受伤" };

                var answers = await Task.WhenAll(officer.PostAsync(form, fields), learner.PostAsync($"/quizzes/{slug}/attempts", []));

                var attempt = await app.AttemptAsync(who, slug: slug);
                Assert.Contains(answers[0].StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Conflict });
                Assert.Equal(attempt.StartedAt.AddMinutes(answers[0].StatusCode is HttpStatusCode.Redirect ? 50 : 30), attempt.Deadline);
            }
        }
    }

    [Fact]
    public async Task Time_that_would_let_nobody_begin_is_refused_with_what_would()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        var slug = await officer.ArrangeAsync();
        var form = $"/quizzes/{slug}/people/{WorldIds.Of("person", SmallWorld.Teacher)}/allowances";
        Dictionary<string, string> Fields(string minutes) => new() { ["Id"] = Guid.NewGuid().ToString(), ["Minutes"] = minutes, ["Reason"] = "手部受伤" };
        app.Clock.Move(TimeSpan.FromDays(3));

        using var vain = await officer.PostAsync(form, Fields("20"));
        using var leave = await officer.PostAsync(form, new(Fields("")) { ["IsLeave"] = "true" });
        using var more = await officer.PostAsync(form, Fields("20"));
        await learner.StartAsync(slug);

        Assert.Contains("选择允许补测", await vain.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (vain.StatusCode, leave.StatusCode, more.StatusCode));
        var attempt = await app.AttemptAsync(SmallWorld.Teacher, slug: slug);
        Assert.Equal(attempt.StartedAt.AddMinutes(50), attempt.Deadline);
    }

    [Fact]
    public async Task Somebody_who_has_not_begun_is_given_something_by_who_reaches_them()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var visitor = app.Visitor();
        string Form(Guid person, string slug = QuizSteps.Slug) => $"/quizzes/{slug}/people/{person}/allowances";
        var form = Form(WorldIds.Of("person", SmallWorld.Principal));
        Dictionary<string, string> fields = new() { ["Id"] = Guid.NewGuid().ToString(), ["Minutes"] = "5", ["Reason"] = "手部受伤" };

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(form)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync(form, fields)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync(form, fields)).StatusCode);
        foreach (var unknown in new[] { Form(Guid.NewGuid()), Form(WorldIds.Of("person", SmallWorld.Principal), "nothing") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(unknown)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync(unknown, fields)).StatusCode);
        }

        foreach (var (field, value) in new[] { ("Minutes", "0"), ("Minutes", "181"), ("Minutes", ""), ("Reason", " "), ("Id", "nothing") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(form, new(fields) { [field] = value })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(Form(WorldIds.Of("person", SmallWorld.LinxiOfficer)), fields)).StatusCode);
        Assert.Contains("没有找到可以参加这个测验的人员", await officer.ReadAsync($"/quizzes/{QuizSteps.Slug}/allowances?q=绝无此人"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_attempts_in_reach_by_name_and_state_in_order_and_as_csv()
    {
        using var learner = await app.LearnerAsync(SmallWorld.VicePrincipal);
        using var far = await app.LearnerAsync(SmallWorld.WangchuanPrincipal);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        await learner.HandInAsync(await learner.StartAsync());
        await far.StartAsync();
        var stranger = await app.WithDbAsync(db => db.People.Where(p => p.Id == WorldIds.Of("person", SmallWorld.WangchuanPrincipal)).Select(p => p.Name).SingleAsync());

        var all = await officer.ReadAsync($"{List}?sort=Points.down&page=-3");
        var found = await officer.ReadAsync($"{List}?q=温以&state=NotPassed&sort=Name");
        var none = await officer.ReadAsync($"{List}?q=温以&state=Passed");
        using var file = await officer.GetAsync($"/quizzes/{QuizSteps.Slug}/attempts.csv?q=温以");
        var csv = await file.Content.ReadAsStringAsync();

        Assert.Contains("温以宁", all, StringComparison.Ordinal);
        Assert.DoesNotContain(stranger, all, StringComparison.Ordinal);
        Assert.Contains("温以宁", found, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的作答", none, StringComparison.Ordinal);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains("温以宁,", csv, StringComparison.Ordinal);
        Assert.Contains("未通过", csv, StringComparison.Ordinal);
        Assert.Contains("查看全部作答情况", await officer.ReadAsync($"/quizzes/{QuizSteps.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_for_those_who_run_quizzes_and_for_people_in_their_reach()
    {
        using var learner = await app.LearnerAsync(SmallWorld.Teacher);
        using var near = await app.LearnerAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var visitor = app.Visitor();
        await learner.StartAsync();
        await near.StartAsync();
        var (id, own) = ((await app.AttemptAsync(SmallWorld.Teacher)).Id, (await app.AttemptAsync(SmallWorld.LinxiOfficer)).Id);
        var form = $"{List}/{id}/allowances";
        var fields = new Dictionary<string, string> { ["Minutes"] = "5", ["Reason"] = "不在本单位的考场停电" };

        foreach (var page in new[] { List, $"/quizzes/{QuizSteps.Slug}/attempts.csv", form })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(page)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync(form, fields)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.PostAsync(form, fields)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(form)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync(form, fields)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await near.GetAsync("/quizzes/nothing/attempts")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await near.GetAsync("/quizzes/nothing/attempts.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await near.PostAsync($"{List}/{Guid.NewGuid()}/allowances", fields)).StatusCode);
        foreach (var (minutes, reason) in new[] { ("0", "停电"), ("181", "停电"), ("ten", "停电"), ("5", " "), ("5", new string('长', 201)) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await near.PostAsync(form, new() { ["Minutes"] = minutes, ["Reason"] = reason })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Conflict, (await near.PostAsync(form, new() { ["Reason"] = "还没有结束" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await near.PostAsync($"{List}/{own}/allowances", fields)).StatusCode);
        Assert.False(await app.WithDbAsync(db => db.QuizAllowances.AnyAsync(a => a.Reason == fields["Reason"])));
    }
}

public sealed class AllowancesOnSqlite(SqliteApp app) : AllowanceTests(app), IClassFixture<SqliteApp>;

public sealed class AllowancesOnPostgres(PostgresApp app) : AllowanceTests(app), IClassFixture<PostgresApp>;
