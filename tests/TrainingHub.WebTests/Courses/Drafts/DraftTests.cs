using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Courses.Drafts;

public abstract class DraftTests(WebApp app)
{
    [Fact]
    public async Task A_new_course_cannot_be_published_before_its_marked_places_are_written()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var draft = await author.BeginUnwrittenAsync(DraftActions.Template("unwritten", DraftActions.Linxi));

        Assert.Contains("没有写成正文", await author.ReadAsync(draft), StringComparison.Ordinal);
        using var answer = await author.PostAsync($"{draft}/submission", new(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_course_is_written_reviewed_by_another_person_and_published()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        var draft = await author.BeginAsync(DraftActions.Template("windows", DraftActions.Linxi));
        Assert.Contains("可以提交审核", await author.ReadAsync(draft), StringComparison.Ordinal);
        await author.SaveAsync($"{draft}/files/windows/lessons/01-start.md", "---\ntitle: 开窗\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n## 看窗\n\n先看窗。\n");

        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await author.PublishAsync(app, draft));
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync("/courses/windows")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await reviewer.StatusAsync($"{draft}/return", new() { ["remark"] = "再写一课" }));
        Assert.Contains("再写一课", await author.ReadAsync(draft), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));
        Assert.Equal(HttpStatusCode.Redirect, await reviewer.PublishAsync(app, draft));

        Assert.Contains("先看窗。", await learner.ReadAsync("/courses/windows/lessons/start"), StringComparison.Ordinal);
        var versions = await author.ReadAsync("/courses/windows/versions");
        Assert.Contains("陆言秋", versions, StringComparison.Ordinal);
        Assert.Contains(DraftActions.Linxi, versions, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await author.StatusAsync($"{draft}/deletion"));
        Assert.Equal(HttpStatusCode.Conflict, await author.StatusAsync($"{draft}/removals", new() { ["path"] = "windows/course.yml" }));
    }

    [Fact]
    public async Task The_second_version_is_compared_with_the_first_and_each_is_given_back()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        var first = await author.BeginAsync(DraftActions.Template("stairs", DraftActions.Linxi));
        await PublishAsync(author, reviewer, first);
        app.Clock.Move(TimeSpan.FromMinutes(5));
        var second = await author.BeginAsync(DraftActions.FromVersion("stairs", DraftActions.Linxi));
        await author.SaveAsync($"{second}/files/stairs/lessons/01-start.md", "---\ntitle: 楼梯\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n靠右走。\n");
        using (var added = await author.UploadAsync($"{second}/files", "file", "x.txt", Encoding.UTF8.GetBytes("# 说明\n"), [new("path", "README.md")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        }

        await PublishAsync(author, reviewer, second);

        var hashes = await app.WithDbAsync(db => db.PublishedCourses.Where(course => course.Slug == "stairs").OrderBy(course => course.PublishedAt).Select(course => course.Hash).ToListAsync());
        var comparison = await author.ReadAsync($"/courses/stairs/versions/comparison?before={hashes[0]}&after={hashes[1]}");
        Assert.Contains("stairs/README.md", comparison, StringComparison.Ordinal);
        Assert.Contains("<ins>靠右走。</ins>", comparison, StringComparison.Ordinal);
        Assert.DoesNotContain("stairs/course.yml", comparison, StringComparison.Ordinal);
        Assert.Equal(await author.BytesAsync($"{first}.zip"), await author.BytesAsync($"/courses/stairs/versions/{hashes[0]}.zip"));
        Assert.Equal(await author.BytesAsync($"{second}.zip"), await author.BytesAsync($"/courses/stairs/versions/{hashes[1]}.zip"));
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync($"/courses/stairs/versions/comparison?before={hashes[0]}&after=none")).StatusCode);
    }

    [Fact]
    public async Task Publishing_with_errors_is_refused_with_their_list_and_the_published_version_stays_up()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        await PublishAsync(author, reviewer, await author.BeginAsync(DraftActions.Template("ramps", DraftActions.Linxi)));
        var draft = await author.BeginAsync(DraftActions.FromVersion("ramps", DraftActions.Linxi));
        await author.SaveAsync($"{draft}/files/ramps/lessons/01-start.md", "---\ntitle: 坡道\nminutes: 15\nchecks: [start-1, start-9]\n---\n\n::: clause nowhere 第一条\n:::\n");

        using var refused = await author.PostAsync($"{draft}/submission", new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("没有编号为“start-9”的题目", page, StringComparison.Ordinal);
        Assert.Contains("没有标准“nowhere”", page, StringComparison.Ordinal);
        Assert.Contains("ramps/lessons/01-start.md，第4行", page, StringComparison.Ordinal);
        Assert.Contains("在这里写课文", await learner.ReadAsync("/courses/ramps/lessons/start"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_text_of_a_second_tab_is_refused_with_a_comparison_and_not_lost()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var draft = await author.BeginAsync(DraftActions.Template("tabs", DraftActions.Linxi));
        var file = $"{draft}/files/tabs/lessons/01-start.md";
        var known = await author.KnownAsync(file);
        await author.SaveAsync(file, "---\ntitle: 一\n---\n先保存的。\n");

        using var late = await author.PostAsync(file, new() { ["body"] = "---\ntitle: 一\n---\n后保存的。\n", ["known"] = known });

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync());
        Assert.Contains("<del>先保存的。</del>", page, StringComparison.Ordinal);
        Assert.Contains("<ins>后保存的。</ins>", page, StringComparison.Ordinal);
        Assert.Contains("后保存的。\n</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("先保存的。", await author.ReadAsync(file), StringComparison.Ordinal);
        // Having seen both, the author decides: the form now carries the new stamp.
        await author.SaveAsync(file, "---\ntitle: 一\n---\n两者合并。\n");
    }

    [Fact]
    public async Task The_same_save_twice_is_no_conflict()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var draft = await author.BeginAsync(DraftActions.Template("twice", DraftActions.Linxi));
        var file = $"{draft}/files/twice/lessons/01-start.md";
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["body"] = "一样。\n", ["known"] = await author.KnownAsync(file) };

        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync(file, fields));
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync(file, fields));
    }

    [Fact]
    public async Task A_preview_shows_the_lesson_safe_and_names_its_problems_without_saving()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var draft = await author.BeginAsync(DraftActions.Template("preview", DraftActions.Linxi));
        const string Path = "preview/lessons/01-start.md";
        const string Text = "---\ntitle: <script>alert(1)</script>\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n<img src=x onerror=alert(2)>\n\n[点](javascript:alert(3))\n";

        using var answer = await author.PostAsync($"{draft}/preview", new() { ["path"] = Path, ["body"] = Text });
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("链接“javascript:alert(3)”不能用", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("data-line=\"9\"", html, StringComparison.Ordinal);
        Assert.Contains("尚未保存", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("onerror", await author.ReadAsync($"{draft}/files/{Path}"), StringComparison.Ordinal);

        author.Http.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        using var part = await author.PostAsync($"{draft}/preview", new() { ["path"] = Path, ["body"] = Text });
        Assert.DoesNotContain("<html", await part.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Questions_are_previewed_with_their_answers()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var draft = await author.BeginAsync(DraftActions.Template("cards", DraftActions.Linxi));

        var page = await author.ReadAsync($"{draft}/files/cards/questions/lesson-1.yml");

        Assert.Contains("情景题：写一件学校里会发生的事，问这时应当先做什么。", page, StringComparison.Ordinal);
        Assert.Contains("正确答案", page, StringComparison.Ordinal);
        Assert.Contains("文件名称（文号）：依据的原话或者大意", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_added_renamed_and_deleted()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var draft = await author.BeginAsync(DraftActions.Template("files-of", DraftActions.Linxi));

        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/files", new() { ["path"] = "lessons/02-more.md" }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await author.StatusAsync($"{draft}/files", new() { ["path"] = "lessons/02-more.md" }));
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/renamings", new() { ["path"] = "files-of/lessons/02-more.md", ["to"] = "lessons/02-doors.md" }));
        Assert.Contains("lessons/02-doors.md", await author.ReadAsync(draft), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/removals", new() { ["path"] = "files-of/lessons/02-doors.md" }));
        Assert.DoesNotContain("02-doors", await author.ReadAsync(draft), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../course.yml")]
    [InlineData("/etc/passwd")]
    [InlineData("lessons/<script>.md")]
    [InlineData("lessons/A.md")]
    [InlineData("lessons\\a.md")]
    [InlineData("scripts/a.js")]
    [InlineData("pictures/a.svg")]
    [InlineData("")]
    public async Task Names_outside_the_format_are_refused(string name)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var draft = await DraftOfAsync(author, "names");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await author.StatusAsync($"{draft}/files", new() { ["path"] = name }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await author.StatusAsync($"{draft}/renamings", new() { ["path"] = "names/lessons/01-start.md", ["to"] = name }));
    }

    [Fact]
    public async Task A_stranger_finds_nothing_of_a_draft_and_a_visitor_is_sent_to_sign_in()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var draft = await DraftOfAsync(author, "secret");
        string[] pages = [draft, $"{draft}.zip", $"{draft}/files/secret/course.yml", $"{draft}/contents/secret/pictures/a.png"];
        string[] steps = [$"{draft}/files/secret/course.yml", $"{draft}/preview", $"{draft}/files", $"{draft}/pictures", $"{draft}/renamings", $"{draft}/removals", $"{draft}/submission", $"{draft}/withdrawal", $"{draft}/return", $"{draft}/publication", $"{draft}/deletion"];

        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(page)).StatusCode);
        }

        foreach (var step in steps)
        {
            Assert.Equal(HttpStatusCode.NotFound, await stranger.StatusAsync(step, new() { ["path"] = "secret/course.yml", ["body"] = "x" }));
            Assert.Equal(HttpStatusCode.NotFound, await teacher.StatusAsync(step));
        }

        Assert.DoesNotContain("<small>secret</small>", await stranger.ReadAsync("/courses/drafts"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync($"/courses/drafts/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync($"{draft}/files/secret/lost.md")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync("/courses/drafts")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/courses/{CourseActions.Course}/versions")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync("/courses/lost/versions")).StatusCode);
    }

    [Fact]
    public async Task Keys_of_bundled_courses_are_for_authors_of_the_topmost_unit_alone()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var hash = (await app.ShelfAsync()).Hash;
        string[] pages = [$"/courses/{CourseActions.Course}/versions", $"/courses/{CourseActions.Course}/versions/{hash}.zip", $"/courses/{CourseActions.Course}/versions/comparison?before={hash}&after={hash}"];

        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await city.GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync(page)).StatusCode);
        }

        using var copied = await county.PostAsync("/courses/drafts", new Dictionary<string, string>(DraftActions.FromVersion(CourseActions.Course, DraftActions.Linxi), StringComparer.Ordinal) { ["Version"] = hash });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, copied.StatusCode);
        Assert.Contains($"/courses/{CourseActions.Course}/versions", await city.ReadAsync("/courses/drafts"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/courses/{CourseActions.Course}/versions", await county.ReadAsync("/courses/drafts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_another_unit_and_a_second_draft_are_refused()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        await PublishAsync(author, city, await author.BeginAsync(DraftActions.Template("taken", DraftActions.Linxi)));
        await DraftOfAsync(author, "open-draft");

        await RefusedAsync(stranger, DraftActions.Template("taken", DraftActions.Wangchuan), "别的单位");
        await RefusedAsync(author, DraftActions.Template("open-draft", DraftActions.Linxi), "未发布的草稿");
        // The bundled courses belong to the topmost unit: neither their names nor their files are another's.
        await RefusedAsync(author, DraftActions.Template(CourseActions.Course, DraftActions.Linxi), "别的单位");
        await RefusedAsync(author, DraftActions.FromVersion(CourseActions.Course, DraftActions.Linxi), "没有这门课程");
        await RefusedAsync(author, DraftActions.Template("Bad Slug", DraftActions.Linxi), "小写英文");
        await RefusedAsync(author, DraftActions.Template("drafts", DraftActions.Linxi), "别的单位");
        await RefusedAsync(author, DraftActions.Template("elsewhere", DraftActions.Wangchuan), "没有这个单位");
        await RefusedAsync(author, DraftActions.FromVersion("lost", DraftActions.Linxi), "没有这门课程");
    }

    [Fact]
    public async Task What_was_changed_after_the_reviewer_read_it_is_not_published()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        var draft = await author.BeginAsync(DraftActions.Template("switched", DraftActions.Linxi));
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));
        var seen = Regex.Match(await reviewer.ReadAsync(draft), "name=\"stamp\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/withdrawal"));
        await author.SaveAsync($"{draft}/files/switched/lessons/01-start.md", "---\ntitle: 换了\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n没人看过的。\n");
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));

        using var refused = await reviewer.PostAsync($"{draft}/publication", new() { ["stamp"] = seen });

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("你打开之后草稿又改过了", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await reviewer.StatusAsync($"{draft}/publication"));
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync("/courses/switched")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await reviewer.PublishAsync(app, draft));
    }

    [Fact]
    public async Task Whoever_changed_a_draft_leaves_its_publication_to_another_person()
    {
        using var author = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var draft = await author.BeginAsync(DraftActions.Template("many-hands", DraftActions.Wangchuan));
        await city.SaveAsync($"{draft}/files/many-hands/lessons/01-start.md", "---\ntitle: 一起写\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n两人写的。\n");
        await author.SaveAsync($"{draft}/files/many-hands/lessons/01-start.md", "---\ntitle: 一起写\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n又改了。\n");
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));
        await app.GrantAsync(SmallWorld.SchoolAdministrator, SmallWorld.Wangchuan);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await city.PublishAsync(app, draft));
        Assert.DoesNotContain("name=\"stamp\"", await city.ReadAsync(draft), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await school.PublishAsync(app, draft));
    }

    [Fact]
    public async Task Alone_in_a_unit_one_may_publish_ones_own_draft()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        var draft = await city.BeginAsync(DraftActions.Template("alone", DraftActions.City));
        Assert.Equal(HttpStatusCode.Redirect, await city.StatusAsync($"{draft}/submission"));

        Assert.Equal(HttpStatusCode.Redirect, await city.PublishAsync(app, draft));
    }

    [Theory]
    [InlineData("zh-Hans", "课程草稿")]
    [InlineData("en", "Course drafts")]
    public async Task The_list_is_filtered_and_speaks_the_readers_language(string language, string title)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        author.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        await DraftOfAsync(author, "listed");

        var page = await author.ReadAsync("/courses/drafts?q=listed&state=Writing");

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("<small>listed</small>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<small>listed</small>", await author.ReadAsync("/courses/drafts?q=listed&state=Published"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync("/courses/drafts?state=nonsense&page=-3")).StatusCode);
    }

    [Theory]
    [InlineData("zh-Hans", "短名")]
    [InlineData("en", "Short name")]
    public async Task The_list_is_sorted_and_exported(string language, string head)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        author.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        await DraftOfAsync(author, "sorted-a");
        await DraftOfAsync(author, "sorted-b");

        foreach (var sort in Enum.GetNames<TrainingHub.Courses.Drafts.DraftSort>())
        {
            Assert.Contains("<small>sorted-a</small>", await author.ReadAsync($"/courses/drafts?q=sorted-&sort={sort}"), StringComparison.Ordinal);
        }

        var down = await author.ReadAsync("/courses/drafts?q=sorted-&sort=Title.down");
        Assert.True(down.IndexOf("<small>sorted-b</small>", StringComparison.Ordinal) < down.IndexOf("<small>sorted-a</small>", StringComparison.Ordinal));
        using var file = await author.GetAsync("/courses/drafts.csv?q=sorted-&sort=Title");
        var lines = (await file.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains(head, lines[0], StringComparison.Ordinal);
        Assert.Contains("sorted-a", lines[1], StringComparison.Ordinal);
        using var foreign = await stranger.GetAsync("/courses/drafts.csv?q=sorted-");
        Assert.Single((await foreign.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync("/courses/drafts.csv?state=nonsense&sort=nonsense")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await teacher.GetAsync("/courses/drafts.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/courses/drafts.csv")).StatusCode);
    }

    [Fact]
    public async Task Versions_come_page_by_page_and_a_comparison_lists_so_many_files()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        await PublishAsync(author, reviewer, await author.BeginAsync(DraftActions.Template("long-story", DraftActions.Linxi)));
        var first = await app.WithDbAsync(async db =>
        {
            var course = await db.PublishedCourses.AsNoTracking().SingleAsync(course => course.Slug == "long-story");
            for (var number = 1; number <= 60; number++)
            {
                db.PublishedCourses.Add(new TrainingHub.Courses.PublishedCourse
                {
                    Hash = $"{number:x64}",
                    Slug = course.Slug,
                    Manifest = course.Manifest,
                    PublishedAt = course.PublishedAt.AddDays(-number),
                    OwnerId = course.OwnerId,
                    PublishedBy = course.PublishedBy,
                });
                db.CourseFiles.Add(new TrainingHub.Courses.CourseFile { CourseHash = $"{1:x64}", Path = $"long-story/lessons/{number:00}-a.md", ContentHash = await db.CourseFiles.Where(file => file.CourseHash == course.Hash).Select(file => file.ContentHash).FirstAsync() });
            }

            await db.SaveChangesAsync();
            return course.Hash;
        });

        var page = await author.ReadAsync("/courses/long-story/versions");
        var second = await author.ReadAsync("/courses/long-story/versions?page=2");

        Assert.Contains(first, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"versions/{60:x64}.zip", page, StringComparison.Ordinal);
        Assert.Contains($"versions/{60:x64}.zip", second, StringComparison.Ordinal);
        Assert.Contains($"comparison?before={60:x64}&after={first}", second, StringComparison.Ordinal);
        Assert.Contains("long-story/lessons/60-a.md", await author.ReadAsync($"/courses/long-story/versions/comparison?before={first}&after={1:x64}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync("/courses/long-story/versions?page=x")).StatusCode);
    }

    [Fact]
    public void No_course_has_the_address_of_a_page()
    {
        var pages = app.Services.GetServices<Microsoft.AspNetCore.Routing.EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.PathSegments)
            .Where(segments => segments.Count > 1 && IsLiteral(segments[0], out var folder) && folder is "courses")
            .Select(segments => IsLiteral(segments[1], out var page) ? page : "")
            .Where(TrainingHub.Courseware.Files.CoursePaths.IsSlug).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("drafts", pages);
        Assert.Empty(pages.Except(TrainingHub.Courses.Drafts.CourseNames.Reserved, StringComparer.Ordinal));

        static bool IsLiteral(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPathSegment segment, out string text)
        {
            text = segment.Parts is [Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal] ? literal.Content : "";
            return text.Length > 0;
        }
    }

    private async Task PublishAsync(TestBrowser author, TestBrowser reviewer, string draft)
    {
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));
        Assert.Equal(HttpStatusCode.Redirect, await reviewer.PublishAsync(app, draft));
    }

    /// <summary>A draft under this name, begun once.</summary>
    private async Task<string> DraftOfAsync(TestBrowser author, string slug)
    {
        var id = await app.WithDbAsync(db => db.CourseDrafts.Where(draft => draft.Slug == slug).Select(draft => (Guid?)draft.Id).FirstOrDefaultAsync());
        return id is { } known ? $"/courses/drafts/{known}" : await author.BeginAsync(DraftActions.Template(slug, DraftActions.Linxi));
    }

    private static async Task RefusedAsync(TestBrowser browser, Dictionary<string, string> fields, string why)
    {
        using var answer = await browser.PostAsync("/courses/drafts", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}

public sealed class DraftsOnSqlite(SqliteApp app) : DraftTests(app), IClassFixture<SqliteApp>;

public sealed class DraftsOnPostgres(PostgresApp app) : DraftTests(app), IClassFixture<PostgresApp>;
