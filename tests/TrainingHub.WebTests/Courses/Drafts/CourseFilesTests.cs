using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Seeds;
using TrainingHub.UnitTests.Courseware;
using TrainingHub.WebTests.Standards;

namespace TrainingHub.WebTests.Courses.Drafts;

/// <summary>Zips in and out, pictures, and what is wrong with them.</summary>
public abstract class CourseFilesTests(WebApp app)
{
    [Fact]
    public async Task Every_bundled_course_is_given_back_byte_for_byte()
    {
        using var author = await app.SignInAsync(SmallWorld.CityOfficer);
        var courses = await app.WithDbAsync(db => db.PublishedCourses.Where(course => course.OwnerId == null).Select(course => new { course.Slug, course.Hash }).ToListAsync());
        Assert.Equal(9, courses.Count);

        foreach (var course in courses)
        {
            var first = await author.BytesAsync($"/courses/{course.Slug}/versions/{course.Hash}.zip");
            var draft = await author.UploadZipAsync(first, DraftActions.City);
            Assert.Equal(first, await author.BytesAsync($"{draft}.zip"));
            Assert.Contains("可以提交审核", await author.ReadAsync(draft), StringComparison.Ordinal);
            foreach (var (path, bytes) in DraftActions.Unzip(first))
            {
                Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(TestFiles.Root, "courses", path)), bytes);
            }

            // Nothing changed: nothing is published.
            Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await author.PublishAsync(app, draft));
            Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/withdrawal"));
            Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/deletion"));
        }
    }

    [Fact]
    public async Task What_lies_beside_the_courses_need_not_be_packed()
    {
        using var author = await app.SignInAsync(SmallWorld.CityOfficer);
        var hash = await app.WithDbAsync(db => db.PublishedCourses.Where(course => course.Slug == "fire-safety" && course.OwnerId == null).Select(course => course.Hash).FirstAsync());
        var whole = DraftActions.Unzip(await author.BytesAsync($"/courses/fire-safety/versions/{hash}.zip"));
        var folder = whole.Where(file => file.Key.StartsWith("fire-safety/", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);

        var draft = await author.UploadZipAsync(TrainingHub.Courseware.Files.CourseArchive.Write(folder), DraftActions.City);

        Assert.Contains("可以提交审核", await author.ReadAsync(draft), StringComparison.Ordinal);
        var given = DraftActions.Unzip(await author.BytesAsync($"{draft}.zip"));
        Assert.Equal(whole.Keys.Where(path => !path.StartsWith("_standards/", StringComparison.Ordinal)).Order(StringComparer.Ordinal), given.Keys.Order(StringComparer.Ordinal));
        Assert.All(given, file => Assert.Equal(whole[file.Key], file.Value));
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/deletion"));
    }

    [Fact]
    public async Task Saving_an_unchanged_text_changes_no_byte()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var zip = DraftActions.SmallCourse("line-ends", files =>
        {
            files["line-ends/lessons/01-start.md"] = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(files.Text("line-ends/lessons/01-start.md").Replace("\n", "\r\n", StringComparison.Ordinal))];
            files["line-ends/README.md"] = Encoding.UTF8.GetBytes("\n\n说明  \n\n");
        });
        var draft = await author.UploadZipAsync(zip, DraftActions.Linxi);
        foreach (var path in new[] { "lessons/01-start.md", "README.md" })
        {
            var file = $"{draft}/files/line-ends/{path}";
            var html = await (await author.GetAsync(file)).Content.ReadAsStringAsync();
            // As a browser reads it: the first line end after the tag is dropped, all others are sent as CRLF.
            var text = WebUtility.HtmlDecode(Regex.Match(html, "<textarea[^>]*>(?<text>.*?)</textarea>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["text"].Value);
            Assert.StartsWith("\n", text, StringComparison.Ordinal);
            text = text[1..];
            await author.SaveAsync(file, text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal));
        }

        Assert.Equal(zip, await author.BytesAsync($"{draft}.zip"));
    }

    [Theory]
    [InlineData("zh-Hans", "zip里的这个文件名不能用", "../evil.yml")]
    [InlineData("en", "This name in the zip is not allowed", "../evil.yml")]
    [InlineData("zh-Hans", "zip里的这个文件名不能用", "<script>alert(1)</script>\\x")]
    public async Task A_hostile_zip_is_refused_by_name_in_both_languages(string language, string sentence, string name)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        author.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var zip = DraftActions.SmallCourse("hostile", files => files[name] = [1]);

        using var answer = await author.UploadAsync("/courses/drafts", "File", "<b>.zip", zip, [new("Kind", "zip"), new("Unit", DraftActions.Linxi)]);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.False(await app.WithDbAsync(db => db.CourseDrafts.AnyAsync(draft => draft.Slug == "hostile")));
    }

    public static TheoryData<string, string, string> BadInputs => new()
    {
        { "lessons/01-start.md", "---\ntitle: 没有结束\n\n课文", "文件开头的信息区没有写，或者没有结束" },
        { "lessons/01-start.md", "---\ntitle: 课\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n::: clause major-hazards-guideline 第九十九条\n:::\n", "第7行" },
        { "lessons/02-start.md", "---\ntitle: 课\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n课文\n", "课时的序号或者名称与bad-input/lessons/01-start.md重复" },
        { "lessons/01-start.md", "---\ntitle: 课\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n::: picture lost.png\n门\n:::\n", "文件夹pictures里没有可用的“lost.png”" },
        { "lessons/01-start.md", "---\ntitle: 课\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n| 一 | 二 | 三 | 四 | 五 |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |\n", "表格有5列" },
    };

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task Bad_input_is_named_with_file_and_line_and_how_to_mend_it(string path, string text, string sentence)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);

        Assert.Contains(sentence, await InspectAsync(author, path, Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lesson_in_gbk_or_of_two_megabytes_is_named_and_does_not_break_the_pages()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);

        Assert.Contains("可能是GBK", await InspectAsync(author, "lessons/01-start.md", [.. "---\ntitle: "u8, 0xB3, 0xF6, 0xBF, 0xDA, .. "\n---\n"u8]), StringComparison.Ordinal);
        Assert.Contains("超过200 KB", await InspectAsync(author, "lessons/01-start.md", Encoding.UTF8.GetBytes(new string('课', 800_000))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_lesson_can_be_saved_from_the_form_and_is_then_named()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var draft = await author.UploadZipAsync(DraftActions.SmallCourse("large-lesson"), DraftActions.Linxi);
        var file = $"{draft}/files/large-lesson/lessons/01-start.md";
        var known = await author.KnownAsync(file);

        using var answer = await author.UploadAsync(file, "unused", "x", [1], [new("body", new string('课', 800_000)), new("known", known)]);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("超过200 KB", await author.ReadAsync(draft), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_loses_what_it_tells_and_is_served_with_the_published_lesson()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        using var visitor = app.Visitor();
        var draft = await author.BeginAsync(DraftActions.Template("pictures-in", DraftActions.Linxi));
        using (var added = await author.UploadAsync($"{draft}/pictures", "Picture", "My Door.jpeg", TestMedia.JpegWithSecrets(), [new("Alternative", "一扇敞开的门"), new("Caption", "出口"), new("Lesson", "pictures-in/lessons/01-start.md")]))
        {
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        }

        Assert.Contains($"{draft}/contents/pictures-in/pictures/my-door.jpg", await author.ReadAsync($"{draft}/files/pictures-in/lessons/01-start.md"), StringComparison.Ordinal);
        Assert.DoesNotContain(TestMedia.Secret, Encoding.Latin1.GetString(await author.BytesAsync($"{draft}/contents/pictures-in/pictures/my-door.jpg")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync($"{draft}/contents/pictures-in/course.yml")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));
        Assert.Equal(HttpStatusCode.Redirect, await reviewer.PublishAsync(app, draft));

        var lesson = await learner.ReadAsync("/courses/pictures-in/lessons/start");
        var address = Regex.Match(lesson, "<img src=\"(/courses/pictures-in/files/[0-9a-f]{64}/my-door\\.jpg)\" alt=\"一扇敞开的门\"").Groups[1].Value;
        using var picture = await learner.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("immutable", picture.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(address.Replace("pictures-in", CourseActions.Course, StringComparison.Ordinal))).StatusCode);
        var questions = await app.WithDbAsync(db => db.CourseFiles.Where(file => file.Path == "pictures-in/questions/lesson-1.yml").Select(file => file.ContentHash).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync($"/courses/pictures-in/files/{questions}/lesson-1.yml")).StatusCode);
    }

    [Fact]
    public async Task A_part_of_a_video_is_sent_without_the_whole()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        using var learner = await app.SignInAsync(SmallWorld.Teacher);
        var draft = await author.UploadZipAsync(
            DraftActions.SmallCourse("video-in", files =>
            {
                files["video-in/pictures/door.mp4"] = TestMedia.Mp4WithSecrets();
                files["video-in/pictures/door.vtt"] = "WEBVTT\n\n00:00.000 --> 00:01.000\n门\n"u8.ToArray();
            }),
            DraftActions.Linxi);
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));
        Assert.Equal(HttpStatusCode.Redirect, await reviewer.PublishAsync(app, draft));
        var hash = await app.WithDbAsync(db => db.CourseFiles.Where(file => file.Path == "video-in/pictures/door.mp4").Select(file => file.ContentHash).FirstAsync());
        var content = await app.WithDbAsync(db => db.CourseFileContents.Where(kept => kept.Hash == hash).Select(kept => kept.Bytes).SingleAsync());
        var address = $"/courses/video-in/files/{hash}/door.mp4";

        // The second time the copy on disk is there; a damaged one is made again.
        for (var round = 0; round < 3; round++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(4, 7);
            using var part = await learner.Http.SendAsync(request);
            Assert.Equal((HttpStatusCode.PartialContent, "video/mp4"), (part.StatusCode, part.Content.Headers.ContentType?.MediaType));
            Assert.Equal(content[4..8], await part.Content.ReadAsByteArrayAsync());
            if (round is 1)
            {
                var folder = app.Services.GetRequiredService<TrainingHub.Storage.StorageOptions>().MediaFolder;
                await File.WriteAllBytesAsync(Path.Combine(folder, hash), [1]);
            }
        }

        Assert.Equal(content, await learner.BytesAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, (await learner.GetAsync(address.Replace(hash, new string('0', 64), StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task A_draft_with_a_video_is_read_again_and_again_without_its_bytes()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.Teacher);
        var draft = await author.UploadZipAsync(DraftActions.SmallCourse("video-draft", files => files["video-draft/pictures/door.mp4"] = TestMedia.Mp4WithSecrets()), DraftActions.Linxi);
        var (address, id) = ($"{draft}/contents/video-draft/pictures/door.mp4", Guid.Parse(draft[^36..]));
        var video = await app.WithDbAsync(db => db.CourseDraftFiles.Where(file => file.DraftId == id && file.Path.EndsWith(".mp4")).Select(file => file.Bytes).SingleAsync());

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Range = new System.Net.Http.Headers.RangeHeaderValue(4, 7);
        using var part = await author.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.PartialContent, "video/mp4"), (part.StatusCode, part.Content.Headers.ContentType?.MediaType));
        Assert.Equal(video[4..8], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(video, await author.BytesAsync(address));
        using var same = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        same.Headers.IfNoneMatch.Add(part.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await author.Http.SendAsync(same)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await author.GetAsync($"{draft}/contents/video-draft/pictures/window.mp4")).StatusCode);

        // Bytes that nobody reads again may be anything: pages and parts of the video stay as they are.
        await app.WithDbAsync(db => db.CourseDraftFiles.Where(file => file.DraftId == id && file.Path.EndsWith(".mp4"))
            .ExecuteUpdateAsync(change => change.SetProperty(file => file.Bytes, new byte[video.Length])));
        Assert.Contains("可以提交审核", await author.ReadAsync(draft), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync($"{draft}/files/video-draft/lessons/01-start.md")).StatusCode);
        Assert.Equal(video, await author.BytesAsync(address));
    }

    [Theory]
    [InlineData("door.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "门")]
    [InlineData("door.jpg", "<script>alert(1)</script>", "门")]
    [InlineData("door.png", "", "")]
    public async Task Other_files_and_pictures_without_words_are_refused(string name, string content, string alternative)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var draft = await author.UploadZipAsync(DraftActions.SmallCourse("no-picture"), DraftActions.Linxi);

        using var answer = await author.UploadAsync($"{draft}/pictures", "Picture", name, Encoding.UTF8.GetBytes(content), [new("Alternative", alternative), new("Lesson", "no-picture/lessons/01-start.md")]);
        using var other = await author.UploadAsync($"{draft}/files", "file", name, Encoding.UTF8.GetBytes(content), [new("path", $"pictures/{name}")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/deletion"));
    }

    [Fact]
    public async Task A_draft_cites_standards_of_this_system_and_its_own_files_become_the_units()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        var slug = await OwnSlugAsync(SmallWorld.Linxi, 1);
        var zip = DraftActions.SmallCourse("local-rules", files =>
        {
            files[$"_standards/{slug}.yml"] = DraftActions.Standard(slug, "2026");
            files["local-rules/lessons/01-start.md"] = Encoding.UTF8.GetBytes($"---\ntitle: 课\nminutes: 15\nchecks: [start-1, start-2, start-3, start-4, start-5, start-6, start-7, start-8]\n---\n\n::: clause {slug} 第一条\n:::\n\n::: clause major-hazards-guideline 第三条（一）第6项\n:::\n");
        });
        var draft = await author.UploadZipAsync(zip, DraftActions.Linxi);
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));
        Assert.Equal(HttpStatusCode.Redirect, await reviewer.PublishAsync(app, draft));

        var owner = await app.WithDbAsync(db => db.PublishedEditions.Where(edition => edition.Slug == slug).Select(edition => edition.OwnerId).SingleAsync());
        Assert.Equal(WorldIds.Of("organization", SmallWorld.Linxi), owner);
        Assert.Equal(zip, await author.BytesAsync($"{draft}.zip"));
    }

    public static TheoryData<string, string, string, string> ForeignStandards => new()
    {
        { "fake-law", "2026", "", "不是本单位的标准" },
        { StandardActions.Guideline, "2027", "", "不是本单位的标准" },
        { "own-linxi-7", "2027", "", "不是本单位的标准" },
        { "", "2027", "kind: law\n", "只能发布地方文件和岗位安全操作标准" },
        { "", "2027", "replaces: {standard: fire-protection-law, edition: \"2021\"}\n", "国家的标准不由课程替代" },
    };

    [Theory]
    [MemberData(nameof(ForeignStandards))]
    public async Task A_zip_brings_no_standard_but_the_units_own_and_replaces_none_of_the_state(string slug, string edition, string rest, string sentence)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        var name = slug.Length > 0 ? slug : await OwnSlugAsync(SmallWorld.Linxi, 7);
        var before = await EditionsAsync();
        var zip = DraftActions.SmallCourse("smuggler", files => files[$"_standards/{name}-{edition}.yml"] = DraftActions.Standard(name, edition, rest));
        var draft = await author.UploadZipAsync(zip, DraftActions.Linxi);

        var page = await author.ReadAsync(draft);

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"_standards/{name}-{edition}.yml，第", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await author.StatusAsync($"{draft}/submission"));
        Assert.Equal(before, await EditionsAsync());
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/deletion"));
    }

    [Fact]
    public async Task A_next_edition_in_a_zip_takes_the_place_of_the_units_own_one_and_is_given_back()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        var slug = await OwnSlugAsync(SmallWorld.Linxi, 30);
        var draft = await author.UploadZipAsync(
            DraftActions.SmallCourse("next-edition", files =>
            {
                files[$"_standards/{slug}-2025.yml"] = DraftActions.Standard(slug, "2025");
                files[$"_standards/{slug}-2026.yml"] = DraftActions.Standard(slug, "2026", $"replaces: {{standard: {slug}, edition: \"2025\"}}\n");
            }),
            DraftActions.Linxi);

        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/submission"));
        Assert.Equal(HttpStatusCode.Redirect, await reviewer.PublishAsync(app, draft));

        Assert.Equal(new TrainingHub.Standards.EditionName(slug, "2025"), (await app.EditionAsync(slug, "2026")).Replaces);
    }

    [Fact]
    public async Task Publishing_what_is_published_keeps_nothing_of_the_zip()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var reviewer = await app.SignInAsync(SmallWorld.CityOfficer);
        var first = await author.UploadZipAsync(DraftActions.SmallCourse("same-again"), DraftActions.Linxi);
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{first}/submission"));
        Assert.Equal(HttpStatusCode.Redirect, await reviewer.PublishAsync(app, first));
        var (before, slug) = (await EditionsAsync(), await OwnSlugAsync(SmallWorld.Linxi, 40));

        var second = await author.UploadZipAsync(DraftActions.SmallCourse("same-again", files => files[$"_standards/{slug}.yml"] = DraftActions.Standard(slug, "2026")), DraftActions.Linxi);
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{second}/submission"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await reviewer.PublishAsync(app, second));

        Assert.Equal(before, await EditionsAsync());
    }

    [Fact]
    public async Task A_course_cites_no_standard_that_only_the_units_own_people_read()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var (slug, owner) = (await OwnSlugAsync(SmallWorld.Linxi, 50), WorldIds.Of("organization", SmallWorld.Linxi));
        var edition = (await app.EditionAsync(StandardActions.Guideline, "2024")) with { Slug = slug, Kind = TrainingHub.Standards.StandardKind.Post };
        await app.WithDbAsync(async db =>
        {
            var row = new TrainingHub.Standards.PublishedEdition { Slug = slug, Edition = "2024", Content = System.Text.Json.JsonSerializer.Serialize(edition), OwnerId = owner, Readers = TrainingHub.Standards.EditionReaders.OwnPeople };
            row.Touch(app.Clock.GetUtcNow().UtcDateTime);
            db.PublishedEditions.Add(row);
            return await db.SaveChangesAsync();
        });
        app.Clock.Move(TimeSpan.FromSeconds(11));

        var cited = await InspectAsync(author, "lessons/01-start.md", Encoding.UTF8.GetBytes($"---\ntitle: 课\nminutes: 15\nchecks: [start-1, start-2]\n---\n\n::: clause {slug} {StandardActions.Sixth}\n:::\n"));
        var brought = await InspectAsync(author, $"../_standards/{slug}-2024.yml", DraftActions.Standard(slug, "2024"));

        Assert.Contains("只给本单位人员看，课程不能引用", cited, StringComparison.Ordinal);
        Assert.Contains("bad-input/lessons/01-start.md，第7行", cited, StringComparison.Ordinal);
        Assert.Contains("只给本单位人员看，课程不能带入", brought, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_zip_that_is_longerto_read_is_refused_by_its_limits()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var slug = await OwnSlugAsync(SmallWorld.Linxi, 60);
        var clauses = string.Concat(Enumerable.Range(1, 20_000).Select(number => $"  - {{number: 第{number}条, text: 门, seen: V}}\n"));
        var longer = Encoding.UTF8.GetString(DraftActions.Standard(slug, "2026")) + clauses;
        var questions = string.Concat(Enumerable.Range(1, 1_500).Select(number => $"- id: q-{number}\n"));

        Assert.Contains("超过1,000项", await InspectAsync(author, $"../_standards/{slug}.yml", Encoding.UTF8.GetBytes(longer)), StringComparison.Ordinal);
        var page = await InspectAsync(author, "questions/many.yml", Encoding.UTF8.GetBytes(questions));
        Assert.Contains("还有", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cannot_change_a_standard_of_the_system()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var path = Path.Combine(TestFiles.Root, "courses", "_standards", "fire-protection-law.yml");
        var changed = (await File.ReadAllTextAsync(path)).Replace("title: ", "title: 改过的", StringComparison.Ordinal);

        var page = await InspectAsync(author, "../_standards/fire-protection-law.yml", Encoding.UTF8.GetBytes(changed));

        Assert.Contains("以系统里的为准", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiz_of_another_course_is_not_taken_over()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var quiz = (await app.ShelfAsync()).Manifest.QuizSlug;
        var zip = DraftActions.SmallCourse("quiz-thief", files =>
        {
            files[$"quiz-thief/quizzes/{quiz}.yml"] = Encoding.UTF8.GetBytes(files.Text("quiz-thief/quizzes/quiz-thief-final.yml").Replace("quiz-thief-final", quiz, StringComparison.Ordinal));
        });
        var draft = await author.UploadZipAsync(zip, DraftActions.Linxi);

        Assert.Contains($"测验名称“{quiz}”已用在课程", await author.ReadAsync(draft), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await author.StatusAsync($"{draft}/submission"));
    }

    private Task<string> OwnSlugAsync(string organization, int number) => app.WithDbAsync(async db =>
    {
        var id = WorldIds.Of("organization", organization);
        return TrainingHub.Standards.OwnSlug.Of(await db.Organizations.Where(unit => unit.Id == id).Select(unit => unit.Code).SingleAsync(), number);
    });

    private Task<List<string>> EditionsAsync() => app.WithDbAsync(db => db.PublishedEditions.Select(edition => edition.Slug + " " + edition.Edition).Order().ToListAsync());

    /// <summary>The draft's page after this file was put into a small course.</summary>
    private static async Task<string> InspectAsync(TestBrowser author, string path, byte[] bytes)
    {
        var zip = DraftActions.SmallCourse("bad-input", files => files[path.StartsWith("../", StringComparison.Ordinal) ? path[3..] : $"bad-input/{path}"] = bytes);
        var draft = await author.UploadZipAsync(zip, DraftActions.Linxi);
        var page = await author.ReadAsync(draft);
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync($"{draft}/files/{(path.StartsWith("../", StringComparison.Ordinal) ? path[3..] : $"bad-input/{path}")}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await author.StatusAsync($"{draft}/deletion"));
        return page;
    }
}

public sealed class CourseFilesOnSqlite(SqliteApp app) : CourseFilesTests(app), IClassFixture<SqliteApp>;

public sealed class CourseFilesOnPostgres(PostgresApp app) : CourseFilesTests(app), IClassFixture<PostgresApp>;
