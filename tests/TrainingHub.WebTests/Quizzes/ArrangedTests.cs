using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Seeds;
using TrainingHub.WebTests.QuestionBanks;
using static TrainingHub.WebTests.QuestionBanks.BankActions;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>Quizzes that a unit arranges for its people.</summary>
public abstract class ArrangedTests(WebApp app)
{
    [Fact]
    public async Task Is_found_taken_and_tells_its_answers_only_when_everybody_is_done()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Principal);
        var slug = await officer.ArrangeAsync(fields: new() { ["Score"] = "AfterWindow", ["Answers"] = "AfterWindow", ["Explanations"] = "Never" });

        var home = await learner.ReadAsync("/");
        var list = await learner.ReadAsync("/quizzes");
        var intro = await learner.ReadAsync($"/quizzes/{slug}");
        var path = await learner.StartAsync(slug);
        var key = await app.KeyAsync(SmallWorld.Principal, slug: slug);
        await learner.AnswerAllAsync(path, key);
        await learner.HandInAsync(path);
        var held = await learner.ReadAsync(path);
        var before = await learner.ReadAsync($"/quizzes/{slug}");
        var known = await ReleasedAsync(SmallWorld.Principal);
        var early = await app.InsideAsync(services => services.GetRequiredService<TellReleased>().RunAsync(default));
        app.Clock.Move(TimeSpan.FromHours(2) + TimeSpan.FromSeconds(1));
        var told = await learner.ReadAsync(path);
        var after = await ReleasedAsync(SmallWorld.Principal);
        var free = await app.InsideAsync(services => services.GetRequiredService<TellReleased>().RunAsync(default));
        var twice = await app.InsideAsync(services => services.GetRequiredService<TellReleased>().RunAsync(default));

        Assert.Equal((0, 1, 0), (early, free, twice));
        Assert.Contains(path, (await app.WithDbAsync(db => db.Notices.SingleAsync(notice => notice.Key == $"result:{slug}:1"))).Link, StringComparison.Ordinal);
        Assert.Contains("春季消防测验", home, StringComparison.Ordinal);
        Assert.Contains($"/quizzes/{slug}", home, StringComparison.Ordinal);
        Assert.Contains("可以作答", list, StringComparison.Ordinal);
        Assert.Contains("36分（满分60分）", intro, StringComparison.Ordinal);
        var attempt = await app.AttemptAsync(SmallWorld.Principal, slug: slug);
        Assert.Equal((60, true, 60, ""), (attempt.Points, attempt.Passed, attempt.FullPoints, attempt.CourseSlug));
        Assert.Contains("成绩在测验结束后公布", held, StringComparison.Ordinal);
        Assert.DoesNotContain("60分", held, StringComparison.Ordinal);
        Assert.Contains("成绩未公布", before, StringComparison.Ordinal);
        Assert.Empty(known);
        Assert.Contains("已通过春季消防测验", told, StringComparison.Ordinal);
        // Practice would name the basis, which is part of the explanation.
        Assert.Empty(after);
        var explanations = (await app.BankAsync()).Select(question => question.Key.Explanation).Where(text => told.Contains(text, StringComparison.Ordinal));
        Assert.Empty(explanations);
        Assert.False(await app.WithDbAsync(db => db.TrainingRecords.AnyAsync(record => record.AttemptId == attempt.Id)));
    }

    [Fact]
    public async Task Is_for_people_in_post_in_the_arranging_unit_and_of_its_positions()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var near = await app.SignInAsync(SmallWorld.BinhePrincipal);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var far = await app.SignInAsync(SmallWorld.WangchuanPrincipal);
        var slug = await officer.ArrangeAsync(fields: new() { ["Positions"] = "Principal" });

        Assert.Contains("现在可以开始", await near.ReadAsync($"/quizzes/{slug}"), StringComparison.Ordinal);
        foreach (var stranger in new[] { teacher, far })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/quizzes/{slug}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/quizzes/{slug}/attempts", [])).StatusCode);
            Assert.DoesNotContain(slug, await stranger.ReadAsync("/quizzes"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Opens_and_closes_by_its_window_and_the_window_ends_an_attempt()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.VicePrincipal);
        var now = app.Clock.GetUtcNow();
        var slug = await officer.ArrangeAsync(fields: new() { ["OpensAt"] = ArrangeSteps.Local(now.AddHours(1)), ["ClosesAt"] = ArrangeSteps.Local(now.AddHours(2)) });

        using var early = await learner.PostAsync($"/quizzes/{slug}/attempts", []);
        var ahead = await learner.ReadAsync($"/quizzes/{slug}");
        app.Clock.Move(TimeSpan.FromMinutes(101));
        await learner.StartAsync(slug);
        var attempt = await app.AttemptAsync(SmallWorld.VicePrincipal, slug: slug);
        app.Clock.Move(TimeSpan.FromHours(1));
        using var late = await learner.PostAsync($"/quizzes/{slug}/attempts", []);

        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains($"{ArrangeSteps.Local(now.AddHours(1))[^5..]}:00开始", ahead, StringComparison.Ordinal);
        Assert.True(attempt.Deadline < attempt.StartedAt.AddMinutes(30));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.NotNull((await app.AttemptAsync(SmallWorld.VicePrincipal, slug: slug)).SubmittedAt);
    }

    [Fact]
    public async Task Locks_what_decides_about_grades_once_somebody_has_begun_and_logs_every_change()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Responsible);
        var slug = await officer.ArrangeAsync();
        await learner.StartAsync(slug);
        var address = $"/quizzes/{slug}/settings";

        var page = await officer.ReadAsync(address);
        using var saved = await officer.PostAsync(address, officer.Fields(3, new() { ["Title"] = "更名的测验", ["PassPercent"] = "10", ["Sections[0].Count"] = "1" }));
        using var stale = await officer.PostAsync(address, officer.Fields(3, new() { ["Title"] = "再次更名" }));
        var after = await officer.ReadAsync(address);

        Assert.Contains("已经有人作答", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var terms = await app.InsideAsync(async services => (await services.GetRequiredService<FindArranged>().RunAsync(slug, default))!.Value.Terms);
        Assert.Equal(("更名的测验", 60, 6), (terms.Title, terms.PassPercent, terms.Plan.Sections[0].Count));
        Assert.Contains("，改了名称", after, StringComparison.Ordinal);
        Assert.Equal(4, await app.WithDbAsync(db => db.QuizChanges.CountAsync(change => db.ArrangedQuizzes.Any(quiz => quiz.Id == change.QuizId && quiz.Slug == slug))));
    }

    [Fact]
    public async Task Names_what_is_missing_and_is_not_published_without_it()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var slug = await officer.DraftAsync();
        var bank = (await app.BankAsync()).Count(question => question.Prompt.Kind is TrainingHub.Questions.QuestionKind.Single);

        using var saved = await officer.PostAsync($"/quizzes/{slug}/settings", officer.Fields(1, new() { ["Sections[0].Count"] = "190" }));
        var page = await officer.ReadAsync($"/quizzes/{slug}/settings");
        using var refused = await officer.PostAsync($"/quizzes/{slug}/standing", new() { ["Next"] = "Published", ["Version"] = "2" });
        using var mended = await officer.PostAsync($"/quizzes/{slug}/settings", officer.Fields(2));
        var balanced = await officer.ReadAsync($"/quizzes/{slug}/settings");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains($"第1部分要抽190道，只有{bank}道，还差{190 - bank}道", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, mended.StatusCode);
        Assert.Contains("抽1,000份试卷", balanced, StringComparison.Ordinal);
        Assert.Contains("标准差0.00", balanced, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_are_prepared_before_the_window_opens_and_taken_at_the_start()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var now = app.Clock.GetUtcNow();
        var slug = await officer.ArrangeAsync(SmallWorld.School32, new() { ["OpensAt"] = ArrangeSteps.Local(now.AddMinutes(20)), ["ClosesAt"] = ArrangeSteps.Local(now.AddMinutes(100)) });

        await app.InsideAsync(services => services.GetRequiredService<PreparePapers>().RunAsync(default));
        await app.InsideAsync(services => services.GetRequiredService<PreparePapers>().RunAsync(default));
        var prepared = await app.WithDbAsync(db => db.PreparedPapers.Where(paper => db.ArrangedQuizzes.Any(quiz => quiz.Id == paper.QuizId && quiz.Slug == slug)).ToListAsync());
        app.Clock.Move(TimeSpan.FromMinutes(21));
        await learner.StartAsync(slug);

        var own = Assert.Single(prepared, paper => paper.PersonId == WorldIds.Of("person", SmallWorld.SchoolAdministrator));
        Assert.Equal(own.Seed, (await app.AttemptAsync(SmallWorld.SchoolAdministrator, slug: slug)).Seed);
        Assert.False(await app.WithDbAsync(db => db.PreparedPapers.AnyAsync(paper => paper.QuizId == own.QuizId && paper.PersonId == own.PersonId)));
    }

    [Fact]
    public async Task Its_questions_are_withheld_everywhere_while_they_are_being_answered()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var asked = new List<TrainingHub.Questions.QuestionVersion>();
        foreach (var question in (await app.BankAsync()).Where(question => question.MayBePractised && question.Prompt.Case is null && question.Prompt.Stem.Length > 12))
        {
            if (asked.Count < 3 && (await learner.GetAsync($"/practice/questions/{ArrangeSteps.Course}/{question.Prompt.Id}")).StatusCode is HttpStatusCode.OK)
            {
                asked.Add(question);
            }
        }

        Assert.Equal(3, asked.Count);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        var ofBank = await city.WriteAsync("全市学校的应急照明灯多久检查一次？", City);
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(ofBank, "submission"));
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(ofBank, "publication"));
        using var copied = await officer.PostAsync($"{ofBank}/copies", new() { ["unit"] = Linxi });
        var (copy, bankId) = (copied.Headers.Location!.OriginalString, (await app.KeptAsync(ofBank)).QuestionId);
        var slug = await officer.ArrangeAsync(fields: new()
        {
            ["Sections[0].Count"] = "",
            ["UsesBank"] = "true",
            ["Fixed"] = string.Join('\n', asked.Select(question => $"{ArrangeSteps.Course}/{question.Prompt.Id} 5").Append($"{bankId} 5")),
        });
        string[] pages = [ofBank, $"{ofBank}/versions/1", $"{ofBank}/uses", copy, $"{copy}/versions/1"];
        string[] lists = ["/questions?q=应急照明灯", "/questions.csv?q=应急照明灯", "/questions/exports/file?q=应急照明灯&format=Csv", $"/questions?owner={UnitOf(SmallWorld.City)}"];
        Assert.All(await StatusesAsync(learner, pages), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.All(await ReadAllAsync(learner, lists), page => Assert.Contains("全市学校的应急照明灯", page, StringComparison.Ordinal));
        var words = asked.ConvertAll(question => $"/courses/search?q={Uri.EscapeDataString(question.Prompt.Stem[..12])}");
        Assert.Contains(asked[0].Prompt.Stem, Unmarked(await learner.ReadAsync(words[0])), StringComparison.Ordinal);
        var path = await learner.StartAsync(slug);

        foreach (var (question, search) in asked.Zip(words))
        {
            var address = $"/practice/questions/{ArrangeSteps.Course}/{question.Prompt.Id}";
            Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await learner.PostAsync($"{address}/answers", new() { ["choice"] = "A" })).StatusCode);
            Assert.DoesNotContain(question.Prompt.Stem, Unmarked(await learner.ReadAsync(search)), StringComparison.Ordinal);
            Assert.DoesNotContain(question.Prompt.Stem, await learner.ReadAsync("/practice/mistakes"), StringComparison.Ordinal);
            Assert.DoesNotContain(question.Prompt.Stem, await learner.ReadAsync("/practice/daily"), StringComparison.Ordinal);
        }

        var lesson = await app.InsideAsync(async services => (await services.GetRequiredService<TrainingHub.Courses.CourseShelf>().FindAsync(ArrangeSteps.Course, default))!.Manifest.Lessons
            .FirstOrDefault(lesson => lesson.Checks.Any(check => asked.Exists(question => string.Equals(question.Prompt.Id, check, StringComparison.Ordinal)))));
        if (lesson is not null)
        {
            var page = await learner.ReadAsync($"/courses/{ArrangeSteps.Course}/lessons/{lesson.Slug}");
            Assert.All(asked, question => Assert.DoesNotContain(question.Prompt.Stem, page, StringComparison.Ordinal));
        }

        // Whoever writes questions does not read the keys of the own paper in the bank, nor in a copy.
        Assert.All(await StatusesAsync(learner, pages), status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.All(await ReadAllAsync(learner, lists), page => Assert.DoesNotContain("全市学校的应急照明灯", page, StringComparison.Ordinal));
        using var changed = await learner.PostAsync(copy, Form("改过的应急照明灯？", Linxi));
        Assert.Equal(HttpStatusCode.NotFound, changed.StatusCode);
        Assert.All(await StatusesAsync(city, pages), status => Assert.Equal(HttpStatusCode.OK, status));

        await learner.HandInAsync(path);
        Assert.Equal(HttpStatusCode.OK, (await learner.GetAsync($"/practice/questions/{ArrangeSteps.Course}/{asked[0].Prompt.Id}")).StatusCode);
        Assert.All(await StatusesAsync(learner, pages), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.All(await ReadAllAsync(learner, lists), page => Assert.Contains("全市学校的应急照明灯", page, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> StatusesAsync(TestBrowser browser, string[] pages)
    {
        List<HttpStatusCode> statuses = [];
        foreach (var page in pages)
        {
            using var answer = await browser.GetAsync(page);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }

    private static async Task<IReadOnlyList<string>> ReadAllAsync(TestBrowser browser, string[] pages)
    {
        List<string> texts = [];
        foreach (var page in pages)
        {
            texts.Add(await browser.ReadAsync(page));
        }

        return texts;
    }

    // Search marks the words that were looked for in the middle of a stem.
    private static string Unmarked(string page) => page.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal);

    [Fact]
    public async Task A_withdrawn_quiz_cannot_be_started_and_a_closed_one_tells_what_it_promised()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var learner = await app.SignInAsync(SmallWorld.BinhePrincipal);
        var slug = await officer.ArrangeAsync(fields: new() { ["Answers"] = "AfterWindow", ["Explanations"] = "AfterWindow" });
        var path = await learner.StartAsync(slug);
        await learner.HandInAsync(path);
        var held = await learner.ReadAsync(path);

        using var closed = await officer.PostAsync($"/quizzes/{slug}/standing", new() { ["Next"] = "Closed", ["Version"] = "3", ["Reason"] = "提前结束" });
        var told = await learner.ReadAsync(path);
        using var again = await officer.PostAsync($"/quizzes/{slug}/standing", new() { ["Next"] = "Published", ["Version"] = "4" });
        var page = await officer.ReadAsync($"/quizzes/{slug}/settings");

        Assert.Contains("正确答案在测验结束后公布", held, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.Contains("没有得满分的题6道", told, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("提前结束", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_pages_are_for_those_who_run_quizzes_of_that_unit()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var slug = await officer.DraftAsync();

        foreach (var page in new[] { "/quizzes", $"/quizzes/{slug}", $"/quizzes/{slug}/settings", "/quizzes/new", "/quizzes.csv" })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(page)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/quizzes/new")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.GetAsync("/quizzes.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await learner.PostAsync("/quizzes", new() { ["Title"] = "测验", ["Organization"] = "X" })).StatusCode);
        foreach (var stranger in new[] { learner, neighbour })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/quizzes/{slug}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/quizzes/{slug}/settings")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/quizzes/{slug}/settings", officer.Fields(1))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"/quizzes/{slug}/standing", new() { ["Next"] = "Withdrawn", ["Version"] = "1" })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await neighbour.PostAsync("/quizzes", new() { ["Title"] = "测验", ["Organization"] = WorldIds.CodeOf(SmallWorld.Linxi) })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync("/quizzes", new() { ["Title"] = " ", ["Organization"] = WorldIds.CodeOf(SmallWorld.Linxi) })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/quizzes/AAAAAAAA/settings")).StatusCode);
        Assert.Contains(slug, await officer.ReadAsync("/quizzes?q=春季&standing=Draft&sort=Title.down"), StringComparison.Ordinal);
        Assert.DoesNotContain(slug, await neighbour.ReadAsync("/quizzes"), StringComparison.Ordinal);
        Assert.Contains(slug, await (await officer.GetAsync("/quizzes.csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_forms_come_back_with_what_is_wrong()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var slug = await officer.DraftAsync();
        (string Field, string Value, string Said)[] bad =
        [
            ("Title", "", "填写名称"), ("OpensAt", "0001-01-01T00:00", "有的选项不在可选范围内"), ("ClosesAt", "2020-01-01T00:00", "结束时间要晚于开始时间"), ("Minutes", "0", "作答时长是1到300分钟"),
            ("Minutes", "-2147483648", "作答时长是1到300分钟"), ("PassPercent", "101", "通过线是1到100"), ("AttemptsAllowed", "99", "作答次数是1到20次"), ("Counts", "77", "77"),
            ("Score", "Never", "答案不能早于成绩"), ("Courses", "nobody-knows", "有的选项不在可选范围内"), ("Sections[0].Count", "0", "每个部分抽1到200道"), ("Sections[0].Points", "1000", "每道题1到100分"),
            ("Sections[0].From", "9", "难度从1到3"), ("Sections[0].Clause", "4.2", "写了条款，还要写标准"), ("Fixed", "fire-safety/q1", "无法识别这一行：fire-safety/q1"), ("Forbidden", "a a", "互斥的两道题不能是同一道"),
        ];
        foreach (var (field, value, said) in bad)
        {
            using var answer = await officer.PostAsync($"/quizzes/{slug}/settings", officer.Fields(1, new() { [field] = value }));
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{field}={value}: {answer.StatusCode}");
            Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.PostAsync($"/quizzes/{slug}/standing", new() { ["Next"] = "Sideways", ["Version"] = "1" })).StatusCode);
    }

    private Task<IReadOnlyList<TrainingHub.Practice.PastAnswer>> ReleasedAsync(string personKey) => app.InsideAsync(services =>
        services.GetRequiredService<TrainingHub.Practice.IReleasedAnswers>().OfAsync(WorldIds.Of("person", personKey), default));
}

public sealed class ArrangedOnSqlite(SqliteApp app) : ArrangedTests(app), IClassFixture<SqliteApp>;

public sealed class ArrangedOnPostgres(PostgresApp app) : ArrangedTests(app), IClassFixture<PostgresApp>;
