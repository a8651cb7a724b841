using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.People;
using TrainingHub.Quizzes;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Courses;

namespace TrainingHub.WebTests.Home;

public abstract class HomeTests(WebApp app)
{
    [Theory]
    [InlineData("/standards.csv")]
    [InlineData("/standards/notice.pdf?size=A3")]
    [InlineData("/coverage/s3-7-2026/units.csv?sort=Counted")]
    public async Task A_download_inside_wechat_tells_how_to_open_its_own_address_in_the_browser(string path)
    {
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var inside = await app.SignInAsync(SmallWorld.CityOfficer);
        inside.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 MicroMessenger/8.0.50");

        var page = await inside.ReadAsync(path);
        using var file = await officer.GetAsync(path);

        Assert.Contains("选择“在浏览器打开”", page, StringComparison.Ordinal);
        Assert.Contains($"<b>http://localhost{path}</b>", page, StringComparison.Ordinal);
        Assert.NotEqual("text/html", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains("User-Agent", file.Headers.Vary);
    }

    [Fact]
    public async Task Tells_a_principal_what_is_owed_by_when_and_the_one_next_step()
    {
        await CountAsync(SmallWorld.Principal, SmallWorld.School32, CorePosition.Principal, StandingKind.Missing);
        using var browser = await app.SignInAsync(SmallWorld.Principal);

        var page = await browser.ReadAsync("/");

        Assert.Contains("<h1>本周期还差7课和1次测验</h1>", page, StringComparison.Ordinal);
        Assert.Contains("2026年12月31日截止，还有77天", page, StringComparison.Ordinal);
        Assert.Contains("开始学习", NextStepOf(page), StringComparison.Ordinal);
        Assert.Contains("/courses/major-hazards-2024/lessons/what-is-a-major-hazard", NextStepOf(page), StringComparison.Ordinal);
        Assert.Contains("未开放", page, StringComparison.Ordinal);
        Assert.DoesNotContain("应训", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_from_lesson_to_quiz_to_the_open_paper()
    {
        await CountAsync(SmallWorld.Responsible, SmallWorld.School32, CorePosition.PersonResponsible, StandingKind.Missing);
        var course = await app.ShelfAsync();
        using var browser = await app.SignInAsync(SmallWorld.Responsible);

        await browser.FinishLessonAsync(course, course.Manifest.Lessons[0]);
        var begun = await browser.ReadAsync("/");
        foreach (var lesson in course.Manifest.Lessons.Skip(1))
        {
            await browser.FinishLessonAsync(course, lesson);
        }

        var learnt = await browser.ReadAsync("/");
        await OpenAttemptAsync(SmallWorld.Responsible);
        var open = await browser.ReadAsync("/");

        Assert.Contains("<h1>本周期还差6课和1次测验</h1>", begun, StringComparison.Ordinal);
        Assert.Contains("继续学习", NextStepOf(begun), StringComparison.Ordinal);
        Assert.Contains(course.Manifest.Lessons[1].Slug, NextStepOf(begun), StringComparison.Ordinal);
        Assert.Contains("<h1>本周期还差1次测验</h1>", learnt, StringComparison.Ordinal);
        Assert.Contains("href=\"/quizzes/rotation-2024\"", NextStepOf(learnt), StringComparison.Ordinal);
        Assert.Contains("href=\"/quizzes/rotation-2024/attempts/1\"", NextStepOf(open), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_vice_principal_that_all_is_done_and_shows_the_certificate()
    {
        await CountAsync(SmallWorld.VicePrincipal, SmallWorld.School32, CorePosition.ViceSafety, StandingKind.Covered);
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);

        var page = await browser.ReadAsync("/");

        Assert.Contains("<h1>本周期已全部完成</h1>", page, StringComparison.Ordinal);
        Assert.Contains("/certificates/", NextStepOf(page), StringComparison.Ordinal);
        Assert.Contains("有效期至2028年10月14日", page, StringComparison.Ordinal);
        // Completed in 2025: no hours of 2026.
        Assert.Contains("0.0<small>学时</small>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_a_teacher_who_is_not_counted_courses_for_self_study()
    {
        using var browser = await app.SignInAsync(SmallWorld.Teacher);

        var page = await browser.ReadAsync("/");

        Assert.Contains("<h1>本周期没有必须完成的培训</h1>", page, StringComparison.Ordinal);
        // What is written for teachers stands before what is written for others.
        Assert.Contains("可以自学的课程", page, StringComparison.Ordinal);
        Assert.InRange(
            page.IndexOf("/courses/drowning-and-student-safety", StringComparison.Ordinal),
            page.IndexOf("/courses/drills-and-evacuation", StringComparison.Ordinal) + 1,
            page.IndexOf("/courses/buildings-and-special-equipment", StringComparison.Ordinal) - 1);
    }

    [Fact]
    public async Task Shows_an_officer_the_figure_of_the_own_reach()
    {
        await AddCellsAsync();
        using var browser = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        var page = await browser.ReadAsync("/");

        var (counted, covered) = await ReachAsync(SmallWorld.Wangchuan);
        Assert.Contains($"应训{counted}人，已训{covered}人", page, StringComparison.Ordinal);
        Assert.Contains("2026年目标100%", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/coverage/s3-7-2026\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_a_visitor_what_this_is_and_where_to_go()
    {
        using var visitor = app.Visitor();

        var page = await visitor.ReadAsync("/");

        Assert.Contains("href=\"/account/session\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/verify\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("th-tabs", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-Hans", "/help", "测验和保存回执")]
    [InlineData("en", "/help", "Quizzes and receipts")]
    [InlineData("zh-Hans", "/accessibility", "无障碍说明")]
    [InlineData("en", "/accessibility", "level AA")]
    public async Task Helps_everybody_in_their_language(string language, string path, string words)
    {
        using var visitor = app.Visitor();
        using var chosen = await visitor.GetAsync($"/language/{language}");

        var page = await visitor.ReadAsync(path);

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Help_", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Accessibility_", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_whom_to_ask_to_those_signed_in_and_to_nobody_else()
    {
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);

        var stranger = await visitor.ReadAsync("/help");
        var own = await teacher.ReadAsync("/help");
        using var refused = await teacher.GetAsync("/organizations");
        var forbidden = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.DoesNotContain("秦望舒", stranger, StringComparison.Ordinal);
        Assert.All([own, forbidden], page =>
        {
            // The own school and the bureau above it, not the one above that; names and posts, no phones.
            Assert.Contains("<b>秦望舒</b>，安办主任", page, StringComparison.Ordinal);
            Assert.Contains("方亦真", page, StringComparison.Ordinal);
            Assert.DoesNotContain("陆言秋", page, StringComparison.Ordinal);
            Assert.DoesNotContain("139", page, StringComparison.Ordinal);
        });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("“查看机构和人员”权限", forbidden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_way_to_the_ledger_to_those_who_may_read_it()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);

        Assert.Contains("href=\"/ledger\" aria-current=\"page\"", await officer.ReadAsync("/ledger"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/ledger\"", await teacher.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_something_broke_without_asking_the_database()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await officer.GetAsync("/error/500");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("错误编号", page, StringComparison.Ordinal);
        Assert.DoesNotContain("方亦真", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/coverage", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_English_on_the_learners_home()
    {
        await CountAsync("principal-songping", SmallWorld.Songping, CorePosition.Principal, StandingKind.Missing);
        await CountAsync(SmallWorld.BinhePrincipal, SmallWorld.Binhe, CorePosition.Principal, StandingKind.Covered);
        using var browser = await app.SignInAsync(SmallWorld.BinhePrincipal);
        using var chosen = await browser.GetAsync("/language/en");

        var page = await browser.ReadAsync("/");

        Assert.Contains("Everything in this cycle is done", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Home_", page, StringComparison.Ordinal);
    }

    private static string NextStepOf(string page)
    {
        var start = page.IndexOf("class=\"th-next\"", StringComparison.Ordinal);
        Assert.True(start > 0, "No next step");
        Assert.Equal(-1, page.IndexOf("class=\"th-next\"", start + 1, StringComparison.Ordinal));
        return page[start..page.IndexOf("</section>", start, StringComparison.Ordinal)];
    }

    /// <summary>Sets how the person stands with all targets, as counting does.</summary>
    private Task<int> CountAsync(string personKey, string organization, CorePosition post, StandingKind kind) => app.WithDbAsync(async db =>
    {
        var id = CourseActions.IdOf(personKey);
        if (await db.CoverageStandings.AnyAsync(standing => standing.PersonId == id))
        {
            return 0;
        }

        var record = await db.TrainingRecords.Where(r => r.PersonId == id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync();
        var targets = await db.CoverageTargets.Select(target => target.Id).ToListAsync();
        db.CoverageStandings.AddRange(targets.Select(target => new CoverageStanding
        {
            TargetId = target,
            PersonId = id,
            OrganizationId = WorldIds.Of("organization", organization),
            Position = post,
            Kind = kind,
            RecordId = kind is StandingKind.Covered ? record : null,
        }));
        return await db.SaveChangesAsync();
    });

    private Task<int> AddCellsAsync() => app.WithDbAsync(async db =>
    {
        if (await db.CoverageCells.AnyAsync())
        {
            return 0;
        }

        var targets = await db.CoverageTargets.Select(target => target.Id).ToListAsync();
        db.CoverageCells.AddRange(
            from target in targets
            from place in new[] { (SmallWorld.School32, 5, 4), (SmallWorld.WangchuanHigh, 3, 2), (SmallWorld.SongpingFirst, 0, 0) }
            select new CoverageCell
            {
                TargetId = target,
                OrganizationId = WorldIds.Of("organization", place.Item1),
                Position = CorePosition.Principal,
                Day = new DateOnly(2026, 10, 15),
                Counted = place.Item2,
                Covered = place.Item3,
            });
        return await db.SaveChangesAsync();
    });

    private Task<(int Counted, int Covered)> ReachAsync(string organization) => app.WithDbAsync(async db =>
    {
        var top = WorldIds.Of("organization", organization);
        var cells = await (
            from cell in db.CoverageCells
            join target in db.CoverageTargets on cell.TargetId equals target.Id
            where target.Year == 2026 && db.OrganizationPaths.Any(path => path.AncestorId == top && path.DescendantId == cell.OrganizationId)
            select new { cell.Counted, cell.Covered }).ToListAsync();
        return (cells.Sum(cell => cell.Counted), cells.Sum(cell => cell.Covered));
    });

    private Task<int> OpenAttemptAsync(string personKey) => app.WithDbAsync(async db =>
    {
        var now = app.Clock.GetUtcNow().UtcDateTime;
        db.Attempts.Add(new Attempt
        {
            Id = Guid.CreateVersion7(),
            PersonId = CourseActions.IdOf(personKey),
            QuizSlug = "rotation-2024",
            CourseSlug = CourseActions.Course,
            CourseHash = new string('0', 64),
            Number = 1,
            Seed = 1,
            StartedAt = now,
            Deadline = now.AddMinutes(30),
            PassPercent = 80,
            FullPoints = 100,
        });
        return await db.SaveChangesAsync();
    });
}

public sealed class HomeOnSqlite(SqliteApp app) : HomeTests(app), IClassFixture<SqliteApp>;

public sealed class HomeOnPostgres(PostgresApp app) : HomeTests(app), IClassFixture<PostgresApp>;
