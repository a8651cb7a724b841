using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Completions;
using TrainingHub.WebTests.Quizzes;
using TrainingHub.WebTests.Sessions;

namespace TrainingHub.WebTests.Notices;

/// <summary>What people are told at once, and where they read it.</summary>
public abstract class NoticeTests(WebApp app)
{
    [Fact]
    public async Task A_call_a_move_and_a_cancellation_are_told_at_once_and_read_by_the_person_alone()
    {
        using var keeper = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var principal = await app.SignInAsync(SmallWorld.BinhePrincipal);
        // What the demo world told before is read.
        using var earlier = await principal.PostAsync("/notices/readings", []);
        var tomorrow = SessionSteps.Day(keeper.Today.AddDays(1));
        var code = await keeper.PlanAsync(new() { ["Title"] = "要告知的培训", ["HalfDays[0].Day"] = tomorrow });

        await keeper.CallAsync(code, SmallWorld.BinhePrincipal);
        await keeper.CallAsync(code, SmallWorld.BinhePrincipal);
        var called = await principal.ReadAsync("/");
        using var moved = await keeper.PostAsync($"/sessions/{code}/details", keeper.Fields(others: new() { ["Version"] = "1", ["Title"] = "要告知的培训", ["Place"] = "新的地点", ["HalfDays[0].Day"] = tomorrow }));
        using var cancelled = await keeper.PostAsync($"/sessions/{code}/cancellation", new() { ["Version"] = "2", ["Reason"] = "暴雨预警" });
        var list = await principal.ReadAsync("/notices");
        var filtered = await principal.ReadAsync("/notices?kind=SessionMoved&unread=true");
        var notices = (await OwnAsync(SmallWorld.BinhePrincipal)).FindAll(notice => notice.ReadAt is null);
        var first = notices.Single(notice => notice.Kind is NoticeKind.SessionCalled);
        using var strange = await keeper.GetAsync($"/notices/{first.Id}");
        using var unknown = await principal.GetAsync($"/notices/{Guid.NewGuid()}");
        using var mark = await keeper.PostAsync($"/notices/{first.Id}/reading", new() { ["isRead"] = "true" });
        var one = await principal.ReadAsync($"/notices/{first.Id}");

        Assert.Contains("消息，1条未读", called, StringComparison.Ordinal);
        Assert.Equal([NoticeKind.SessionCalled, NoticeKind.SessionMoved, NoticeKind.SessionCancelled], notices.Select(notice => notice.Kind).Order());
        Assert.Contains("14:00 新的地点", list, StringComparison.Ordinal);
        Assert.Contains("暴雨预警", list, StringComparison.Ordinal);
        Assert.Contains("新的地点", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain("暴雨预警", filtered, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (strange.StatusCode, unknown.StatusCode, mark.StatusCode));
        Assert.Contains($"/sessions/{code}", one, StringComparison.Ordinal);
        Assert.Contains("消息，2条未读", one + await principal.ReadAsync("/notices"), StringComparison.Ordinal);

        using var back = await principal.PostAsync($"/notices/{first.Id}/reading", new() { ["isRead"] = "false" });
        Assert.Contains("消息，3条未读", await principal.ReadAsync("/notices"), StringComparison.Ordinal);
        using var all = await principal.PostAsync("/notices/readings", []);
        Assert.Contains("没有未读消息", await principal.ReadAsync("/notices?page=99"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, all.StatusCode);
    }

    [Fact]
    public async Task A_certificate_and_a_revocation_are_told_to_the_holder()
    {
        var person = TrainingSteps.IdOf(SmallWorld.Teacher);
        var record = Assert.Single(await app.CompleteAsync(person, Guid.NewGuid()));
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await officer.PostAsync($"/records/{record.Id}/revocation", new() { ["Reason"] = "登记有误，撤销" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var notices = await OwnAsync(SmallWorld.Teacher);
        Assert.Contains(notices, notice => notice.Kind is NoticeKind.Certificate && notice.Detail.Contains("校安训", StringComparison.Ordinal));
        Assert.Equal("登记有误，撤销", Assert.Single(notices, notice => notice.Kind is NoticeKind.Revocation).Detail);
    }

    [Fact]
    public async Task A_result_is_told_with_the_handing_in_when_its_score_is_free()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.VicePrincipal);
        var slug = await officer.ArrangeAsync(fields: new() { ["Score"] = "AtOnce", ["Answers"] = "AfterWindow", ["Explanations"] = "Never" });
        var path = await learner.StartAsync(slug);

        await learner.HandInAsync(path);
        await learner.HandInAsync(path);

        var notice = Assert.Single(await OwnAsync(SmallWorld.VicePrincipal), notice => notice.Kind is NoticeKind.Result);
        Assert.Equal((path, null), (notice.Link, notice.ReadAt));
        Assert.Contains("春季消防测验", await learner.ReadAsync($"/notices/{notice.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_way_out_the_settings_say_that_notices_stay_inside()
    {
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);

        var page = await teacher.ReadAsync("/notices/settings");
        using var address = await teacher.PostAsync("/notices/settings/address", new() { ["Address"] = "a@example.cn" });
        using var code = await teacher.PostAsync("/notices/settings/confirmation", new() { ["Code"] = "123456" });

        Assert.Contains("目前只发站内消息", page, StringComparison.Ordinal);
        Assert.DoesNotContain("待发送", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (address.StatusCode, code.StatusCode));
        foreach (var path in new[] { "/notices", "/notices/settings", $"/notices/{Guid.NewGuid()}" })
        {
            using var signedOut = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        }
    }

    private Task<List<Notice>> OwnAsync(string person) =>
        app.WithDbAsync(db => db.Notices.AsNoTracking().Where(notice => notice.PersonId == WorldIds.Of("person", person)).OrderBy(notice => notice.Id).ToListAsync());
}

public sealed class NoticesOnSqlite(SqliteApp app) : NoticeTests(app), IClassFixture<SqliteApp>;

public sealed class NoticesOnPostgres(PostgresApp app) : NoticeTests(app), IClassFixture<PostgresApp>;
