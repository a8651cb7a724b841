using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Open;
using TrainingHub.People;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.Contests;

/// <summary>Open contests: an arranged quiz with a ranking around it, until its prizes are given.</summary>
public abstract partial class OpenContestTests(WebApp app)
{
    [Fact]
    public async Task Runs_ranks_is_made_final_printed_exported_and_gives_prizes_once()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var colleague = await app.SignInAsync(SmallWorld.CityOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.BinhePrincipal);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        var (slug, contest) = await ContestAsync(officer, new() { ["AttemptsAllowed"] = "2", ["WaitMinutes"] = "0" });
        using var first = await SitAsync(slug, SmallWorld.Principal, isRight: true);
        app.Clock.Move(TimeSpan.FromSeconds(30));
        using var second = await SitAsync(slug, SmallWorld.VicePrincipal, isRight: false);
        using var third = await SitAsync(slug, SmallWorld.BinhePrincipal, isRight: true);

        var list = await first.ReadAsync("/contests/open");
        var page = await first.ReadAsync(contest);
        var all = await first.ReadAsync(contest + "/people");
        var own = await first.ReadAsync($"{contest}/people?unit={WorldIds.CodeOf(SmallWorld.School32)}");
        using var foreign = await first.GetAsync($"{contest}/people?unit={WorldIds.CodeOf(SmallWorld.Binhe)}");
        var everybody = await officer.ReadAsync(contest + "/people");
        var checks = await officer.ReadAsync(contest + "/checks");
        using var early = await officer.PostAsync(contest + "/freezing", await VersionAsync(officer, contest));
        using var changed = await officer.PostAsync(contest + "/settings", Ranking(new() { ["BestCount"] = "2", ["Edges"] = "30，100", ["Version"] = "1" }));
        using var stale = await colleague.PostAsync(contest + "/settings", Ranking(new() { ["BestCount"] = "1", ["Version"] = "1" }));
        var earlyPrizes = await officer.ReadAsync(contest + "/prizes");
        app.Clock.Move(TimeSpan.FromHours(3));
        var outdated = await FreezeByAnEarlierQuizAsync(slug);
        var version = await VersionAsync(officer, contest);
        using var frozen = await officer.PostAsync(contest + "/freezing", version);
        using var again = await colleague.PostAsync(contest + "/freezing", version);
        // What happens to an attempt afterwards moves nobody.
        var personId = WorldIds.Of("person", SmallWorld.VicePrincipal);
        await app.WithDbAsync(async db =>
        {
            (await db.Attempts.SingleAsync(attempt => attempt.QuizSlug == slug && attempt.PersonId == personId)).Regrade(60);
            return await db.SaveChangesAsync();
        });
        var final = await officer.ReadAsync(contest + "/people");
        var sheet = await officer.ReadAsync(contest + "/sheet");
        var people = await officer.ReadAsync(contest + "/people.csv");
        var schools = await officer.ReadAsync(contest + "/schools.csv");
        // What it was made from was kept when it became final: no regrade changes that it is proven.
        var log = await officer.Http.GetStringAsync(new Uri(contest + "/log.csv", UriKind.Relative));
        var file = Path.Combine(app.Data, $"{slug}.csv");
        await File.WriteAllTextAsync(file, log);
        var (proven, output, errors) = await OperatorCommand.RunAsync(app.Settings, "contest", "replay", file);
        var forged = OpenLogText.Read(log.Replace(",60,", ",0,", StringComparison.Ordinal))!;
        using var workbook = await officer.GetAsync(contest + "/ranking.xlsx");
        var prizes = await officer.ReadAsync(contest + "/prizes");
        var winners = People().Matches(prizes).Select(match => match.Groups[1].Value).ToList();
        using var unexplained = await officer.PostAsync(contest + "/prizes", new Dictionary<string, string> { ["People"] = winners[0] });
        var confirmation = new List<KeyValuePair<string, string>> { new("People", winners[0]), new("Reason", "本人放弃") };
        var clicks = await Task.WhenAll(officer.PostAsync(contest + "/prizes", confirmation), colleague.PostAsync(contest + "/prizes", confirmation));
        var given = await officer.ReadAsync(contest + "/prizes");
        var contestId = await app.WithDbAsync(db => db.OpenContests.Where(one => one.Slug == slug).Select(one => one.Id).SingleAsync());
        var awards = await app.WithDbAsync(db => db.ContestAwards.AsNoTracking().Where(award => award.ContestId == contestId).ToListAsync());
        var award = awards.Single(one => one.Level is AwardLevel.First && one.PersonId == Guid.Parse(winners[0]));
        var certificate = await app.WithDbAsync(db => db.Certificates.AsNoTracking().SingleAsync(one => one.RecordId == award.Id));
        var holder = award.PersonId == WorldIds.Of("person", SmallWorld.Principal) ? first : third;
        var shown = await holder.ReadAsync($"/certificates/{Uri.EscapeDataString(certificate.Serial)}");
        using var pdf = await holder.GetAsync($"/certificates/{Uri.EscapeDataString(certificate.Serial)}.pdf");
        using var rewritten = await officer.PostAsync($"/quizzes/{slug}/settings", officer.Fields(version: 3));
        // Who may revoke elsewhere alone finds no certificate here.
        await app.WithDbAsync(async db =>
        {
            db.Grants.AddRange(new[] { (SmallWorld.Linxi, Capability.ManageQuizzes), (SmallWorld.School32, Capability.RevokeRecords) }.Select(grant => new Grant
            {
                Id = Guid.NewGuid(),
                PersonId = personId,
                OrganizationId = WorldIds.Of("organization", grant.Item1),
                Capability = grant.Item2,
                GrantedAt = DateTime.UnixEpoch,
            }));
            return await db.SaveChangesAsync();
        });
        var readOnly = await second.ReadAsync(contest + "/prizes");
        using var elsewhere = await second.PostAsync($"{contest}/prizes/{award.Id}/revocation", new() { ["Reason"] = "资格有误" });
        using var silent = await officer.PostAsync($"{contest}/prizes/{award.Id}/revocation", new() { ["Reason"] = "" });
        using var revoked = await officer.PostAsync($"{contest}/prizes/{award.Id}/revocation", new() { ["Reason"] = "资格有误" });
        using var twice = await officer.PostAsync($"{contest}/prizes/{award.Id}/revocation", new() { ["Reason"] = "资格有误" });

        Assert.Contains(contest, list, StringComparison.Ordinal);
        Assert.Contains(contest, await first.ReadAsync($"/quizzes/{slug}"), StringComparison.Ordinal);
        Assert.Contains("第1名（共3人）", page, StringComparison.Ordinal);
        Assert.Contains("用时少的在前", page, StringComparison.Ordinal);
        Assert.DoesNotContain("顾一鸣", all, StringComparison.Ordinal);
        Assert.Contains("沈知南", all, StringComparison.Ordinal);
        Assert.Contains("其他单位人员", all, StringComparison.Ordinal);
        Assert.Contains("温以宁", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        Assert.Contains("顾一鸣", everybody, StringComparison.Ordinal);
        // Each attempt here takes a moment: listed, and nothing follows.
        Assert.Contains("用时过短", checks, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("排行还没有确定", earlyPrizes, StringComparison.Ordinal);
        Assert.IsType<OpenOutcome.Changed>(outdated);
        Assert.Equal(HttpStatusCode.Redirect, frozen.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("最终排行", final, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(final, ">60<", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("沈知南", sheet, StringComparison.Ordinal);
        Assert.Contains("至30人", sheet, StringComparison.Ordinal);
        Assert.True(proven == 0, output + errors);
        Assert.False(forged.IsProven(forged.Replay()));
        Assert.Contains(WorldIds.CodeOf(SmallWorld.Binhe), log, StringComparison.Ordinal);
        Assert.Equal(3, log.Split('\n').Count(line => line.StartsWith("attempt,", StringComparison.Ordinal)));
        Assert.All(["沈知南", "温以宁", "尹书遥"], name => Assert.DoesNotContain(name, log, StringComparison.Ordinal));
        Assert.Equal(4, people.Trim().Split('\n').Length);
        Assert.Contains("滨河路小学", schools, StringComparison.Ordinal);
        Assert.DoesNotContain("尹书遥", people + schools + sheet + final, StringComparison.Ordinal);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexplained.StatusCode);
        Assert.All(clicks, click => Assert.Contains(click.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Conflict }));
        Assert.Contains("本人放弃", given, StringComparison.Ordinal);
        Assert.Equal(winners.Count, awards.Count);
        Assert.Single(awards, one => one.Level is not AwardLevel.None);
        Assert.Equal("春季消防测验·一等奖", certificate.ProgrammeName);
        Assert.Contains("获奖证书", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/revocation", shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, pdf.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, rewritten.StatusCode);
        Assert.Contains("竞赛排行已经确定", WebUtility.HtmlDecode(await rewritten.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("/revocation", given, StringComparison.Ordinal);
        Assert.DoesNotContain("/revocation", readOnly, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("资格有误", await officer.ReadAsync(contest + "/prizes"), StringComparison.Ordinal);
        Assert.Contains("竞赛", await learner.ReadAsync(contest), StringComparison.Ordinal);
        Assert.DoesNotContain("/settings", await neighbour.ReadAsync(contest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_of_scores_that_the_quiz_holds_back()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var (slug, contest) = await ContestAsync(officer, new() { ["Score"] = "AfterWindow", ["Answers"] = "AfterWindow", ["Explanations"] = "AfterWindow" });
        using var learner = await SitAsync(slug, SmallWorld.Principal, isRight: true);

        var held = await learner.ReadAsync(contest);
        using var people = await learner.GetAsync(contest + "/people");
        var known = await officer.ReadAsync(contest + "/people");
        app.Clock.Move(TimeSpan.FromHours(3));
        var told = await learner.ReadAsync(contest + "/people");

        Assert.Contains("成绩公布后显示排行", held, StringComparison.Ordinal);
        Assert.DoesNotContain("60分", held, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, people.StatusCode);
        Assert.Contains("沈知南", known, StringComparison.Ordinal);
        Assert.Contains("沈知南", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_find_nothing_and_bad_input_is_refused()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var far = await app.SignInAsync(SmallWorld.WangchuanPrincipal);
        using var visitor = app.Visitor();
        var (slug, contest) = await ContestAsync(officer, []);
        string[] managed = ["/settings", "/checks", "/sheet", "/people.csv", "/schools.csv", "/ranking.xlsx", "/log.csv", "/prizes"];
        string[] steps = ["/settings", "/freezing", "/prizes", $"/prizes/{Guid.NewGuid()}/revocation"];

        foreach (var page in managed.Concat(["", "/people"]))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(contest + page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(contest + page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/contests/open/NOSUCH22{page}")).StatusCode);
            Assert.StartsWith("/account/session", (await visitor.GetAsync(contest + page)).Headers.Location?.PathAndQuery);
        }

        foreach (var page in managed)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(contest + page)).StatusCode);
        }

        foreach (var step in steps)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await neighbour.PostAsync(contest + step, [])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.PostAsync(contest + step, [])).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await officer.PostAsync($"/contests/open/NOSUCH22{step}", [])).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync(contest + step, [])).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/contests/open/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/contests/open.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.PostAsync("/contests/open", [])).StatusCode);
        Assert.StartsWith("/account/session", (await visitor.GetAsync("/contests/open")).Headers.Location?.PathAndQuery);
        Assert.StartsWith("/account/session", (await visitor.GetAsync("/contests/open/new")).Headers.Location?.PathAndQuery);
        Assert.DoesNotContain(contest, await far.ReadAsync("/contests/open?page=-3&sort=no&q=%25"), StringComparison.Ordinal);
        Assert.Contains("春季消防测验", await officer.ReadAsync("/contests/open.csv?sort=Title.down"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/contests/open/new")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(contest + "?group=99&page=77")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync(contest + "/prizes", [])).StatusCode);
        var draft = await officer.DraftAsync();
        foreach (var (field, value, message) in new[] { ("Quiz", slug, "从列表中选择测验"), ("Quiz", "NOSUCH22", "从列表中选择测验"), ("BestCount", "0", "1到50"), ("Edges", "100, 30", "从小到大"), ("Edges", "三十", "从小到大"), ("SecondsFloor", "-1", "0到120"), ("Prizes.First", "501", "0到500") })
        {
            using var refused = await officer.PostAsync("/contests/open", Ranking(new() { ["Quiz"] = draft, [field] = value }));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(message, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        // A quiz of a unit out of reach is no quiz.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await neighbour.PostAsync("/contests/open", Ranking(new() { ["Quiz"] = draft }))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync(contest + "/settings", Ranking(new() { ["BestCount"] = "" }))).StatusCode);
    }

    private static async Task<(string Slug, string Contest)> ContestAsync(TestBrowser officer, Dictionary<string, string> fields)
    {
        var slug = await officer.ArrangeAsync(fields: fields);
        using var made = await officer.PostAsync("/contests/open", Ranking(new() { ["Quiz"] = slug }));
        Assert.True(made.StatusCode == HttpStatusCode.Redirect, await made.Content.ReadAsStringAsync());
        return (slug, made.Headers.Location!.OriginalString);
    }

    private async Task<TestBrowser> SitAsync(string slug, string personKey, bool isRight)
    {
        var browser = await app.SignInAsync(personKey);
        var path = await browser.StartAsync(slug);
        if (isRight)
        {
            await browser.AnswerAllAsync(path, await app.KeyAsync(personKey, slug: slug));
        }

        await browser.HandInAsync(path);
        return browser;
    }

    private static Dictionary<string, string> Ranking(Dictionary<string, string> others)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["BestCount"] = "3", ["SecondsFloor"] = "3", ["Prizes.First"] = "1", ["Prizes.Second"] = "2", ["Prizes.Third"] = "3" };
        foreach (var (name, value) in others)
        {
            fields[name] = value;
        }

        return fields;
    }

    /// <summary>As when somebody changes the quiz while the ranking is made by what it said before.</summary>
    private Task<OpenOutcome> FreezeByAnEarlierQuizAsync(string slug) => app.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<Db>();
        var contest = await db.OpenContests.AsNoTracking().SingleAsync(one => one.Slug == slug);
        var (quiz, terms) = (await services.GetRequiredService<FindArranged>().RunAsync(slug, default))!.Value;
        await db.ArrangedQuizzes.Where(one => one.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version + 1));
        var outcome = await services.GetRequiredService<FreezeRanking>().RunAsync(new FoundOpen(contest, quiz, terms, IsManaged: true), contest.Version, default);
        await db.ArrangedQuizzes.Where(one => one.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version - 1));
        return outcome;
    });

    private static async Task<Dictionary<string, string>> VersionAsync(TestBrowser officer, string contest) =>
        new(StringComparer.Ordinal) { ["version"] = Version().Match(await officer.ReadAsync(contest)).Groups[1].Value };

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("name=\"People\" value=\"([^\"]+)\"")]
    private static partial Regex People();
}

public sealed class OpenContestOnSqlite(SqliteApp app) : OpenContestTests(app), IClassFixture<SqliteApp>;

public sealed class OpenContestOnPostgres(PostgresApp app) : OpenContestTests(app), IClassFixture<PostgresApp>;
