using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Questions.Imports;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Questions.Imports;

/// <summary>Files of questions come into a bank once, and go out as they came.</summary>
public abstract class QuestionImportTests(WebApp app)
{
    [Fact]
    public async Task A_file_is_shown_row_by_row_taken_in_steps_and_taken_once()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        byte[] file = [.. QuestionFiles.Csv("楼道", 600), .. "单选题,没有选项,A,\n判断题,,对,\n"u8, .. QuestionFiles.Csv("楼道", 1).Skip(QuestionFiles.Csv("楼道", 0).Length)];
        var address = await app.StageAsync(author, file, folder: "二〇二六年题目");

        var page = await author.ReadAsync($"{address}?tab=Refused");
        Assert.Contains("没有题干。", page, StringComparison.Ordinal);
        Assert.Contains("第602行", page, StringComparison.Ordinal);
        Assert.Contains("选项少于两个", page, StringComparison.Ordinal);
        Assert.Contains("与文件中第1题相同", await author.ReadAsync($"{address}?tab=Near"), StringComparison.Ordinal);
        Assert.Contains("《校园安全手册》", await author.ReadAsync($"{address}/rows.csv?tab=Take"), StringComparison.Ordinal);
        Assert.Contains("收入600道题", page, StringComparison.Ordinal);
        Assert.Contains("读到的选项和答案", await author.ReadAsync($"{address}?tab=Take"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{address}/application"));
        await app.TakeAsync(steps: 1);
        Assert.Contains("<span data-done>250</span>", await author.ReadAsync($"{address}/progress"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{address}/stoppage"));
        await app.TakeAsync();
        Assert.Contains("已收入250道题，还有350道没有收入", await author.ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{address}/application"));
        await app.TakeAsync();
        Assert.Contains("已收入600道题，另有0道", await author.ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal(600, await CountAsync("楼道"));
        Assert.True(await app.WithDbAsync(db => db.BankQuestions.Where(q => q.SearchText.Contains("楼道")).AllAsync(q => db.BankFolders.Any(f => f.Id == q.FolderId && f.Name == "二〇二六年题目"))));
        Assert.Equal(HttpStatusCode.Conflict, await author.StepAsync($"{address}/application"));

        var again = await app.StageAsync(author, file);
        page = await author.ReadAsync(again);
        Assert.Contains(address.Split('/')[^1], page, StringComparison.Ordinal);
        Assert.DoesNotContain("/application", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await author.StepAsync($"{again}/application"));
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{again}/abandonment"));
        Assert.Equal(600, await CountAsync("楼道"));
    }

    [Fact]
    public async Task What_is_nearly_the_same_is_taken_when_somebody_has_looked()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        const string Header = "题型,题干,选项A,选项B,答案,依据\n";
        var address = await app.StageAsync(author, Encoding.UTF8.GetBytes(Header
            + "单选题,小学应当每学期至少组织一次上下楼梯防踩踏的应急疏散演练吗？,应当,不应当,A,《演练手册》\n"
            + "单选题,中学应当每学期至少组织一次上下楼梯防踩踏的应急疏散演练吗？,应当,不应当,A,《演练手册》\n"
            + "单选题,高中应当每学期至少组织一次上下楼梯防踩踏的应急疏散演练吗？,应当,不应当,A,《演练手册》\n"
            + "单选题,小学应当每学期至少组织一次上下楼梯防踩踏的应急疏散演练吗？,应当,不应当,A,《演练手册》\n"));

        var page = await author.ReadAsync($"{address}?tab=Near");
        Assert.Contains("仍然收入第2题", page, StringComparison.Ordinal);
        Assert.DoesNotContain("仍然收入第4题", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await author.PostAsync($"{address}/near", new() { ["Taken"] = "true" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{address}/near", new() { ["Taken"] = "true", ["All"] = "true" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await author.PostAsync($"{address}/near", new() { ["Taken"] = "true", ["All"] = "true" })).StatusCode);
        Assert.Contains("收入3道题", await author.ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await author.PostAsync($"{address}/near", new() { ["Sequences"] = "3" })).StatusCode);
        Assert.Contains("收入2道题", await author.ReadAsync(address), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{address}/application"));
        await app.TakeAsync();
        Assert.Equal(2, await CountAsync("防踩踏的应急疏散演练吗"));
        Assert.Equal(HttpStatusCode.Conflict, (await author.PostAsync($"{address}/near", new() { ["Taken"] = "true", ["All"] = "true" })).StatusCode);
    }

    [Fact]
    public async Task What_has_no_known_header_is_read_as_a_person_says()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await app.StageAsync(author, Encoding.UTF8.GetBytes("甲列,乙列,丙列\n判断题,食堂留样柜要上锁并且有专人管理。,对\n"), basis: "《食品安全手册》");

        Assert.Contains("无法识别", await author.ReadAsync(address), StringComparison.Ordinal);
        using (var wrong = await author.PostAsync($"{address}/columns", Columns("Kind", "Stem", "Other")))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using (var right = await author.PostAsync($"{address}/columns", Columns("Kind", "Stem", "Answer")))
        {
            Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        }

        await app.TakeAsync();
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{address}/application"));
        await app.TakeAsync();
        Assert.Equal((1, QuestionUse.Both), (await CountAsync("留样柜"), await app.WithDbAsync(db => db.BankQuestions.Where(q => q.SearchText.Contains("留样柜")).Select(q => q.Use).SingleAsync())));
    }

    [Fact]
    public async Task The_basis_for_questions_without_one_is_matched_to_its_clause_and_imports_are_listed_as_asked()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var csv = "题型,题干,答案\n判断题,占用消防车通道由谁责令改正要看现场情况。,对\n";
        var matched = await app.StageAsync(author, Encoding.UTF8.GetBytes(csv), basis: "《消防法》第二十八条");
        var unclear = await app.StageAsync(author, Encoding.UTF8.GetBytes(csv.Replace("现场", "实际", StringComparison.Ordinal)), basis: "《某手册》第三页");

        var page = await author.ReadAsync(matched);
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{matched}/application"));
        await app.TakeAsync();

        Assert.Contains("依据已对应到《中华人民共和国消防法》", page, StringComparison.Ordinal);
        Assert.Contains("按文件名称记录", await author.ReadAsync(unclear), StringComparison.Ordinal);
        Assert.Equal(("fire-protection-law", "第二十八条"), await app.WithDbAsync(async db => (await db.BankQuestions.Where(q => q.SearchText.Contains("责令改正要看现场")).Select(q => new { q.StandardSlug, q.ClauseNumber }).SingleAsync()) is var found ? (found.StandardSlug, found.ClauseNumber) : default));
        var (first, second) = (matched[^8..], unclear[^8..]);
        var taken = await author.ReadAsync($"/questions/imports?state=Taken&q={first}&sort=Rows.down");
        Assert.Contains(first, taken, StringComparison.Ordinal);
        Assert.DoesNotContain(second, taken, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的导入", await author.ReadAsync("/questions/imports?q=绝无此文件&state=Nonsense"), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的导入", await author.ReadAsync($"/questions/imports?q=%00{new string('无', 59)}😀"), StringComparison.Ordinal);
        Assert.Contains(second, await author.ReadAsync("/questions/imports.csv?state=Preview&sort=FileName"), StringComparison.Ordinal);
        Assert.DoesNotContain(first, await author.ReadAsync("/questions/imports.csv?state=Preview"), StringComparison.Ordinal);
        Assert.DoesNotContain(first, await stranger.ReadAsync("/questions/imports.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_out_comes_in_again_and_goes_out_the_same()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var gift = """
            // [tag:专项甲] [tag:document:手册#不得堵塞]
            上课时疏散门怎样才算合格？{=能从里面推开 ~锁着 ~堆着器材####疏散要快}

            // [tag:专项甲]
            配电房里放了清洁工具，这样做可以吗？{F####容易起火}

            // [tag:专项甲]
            宿舍里哪些行为会引起火灾？{~%50%乱拉电线 ~%50%躺着吸烟 ~%-100%按时熄灯####熄灯不会起火}

            // [tag:专项甲]
            先后顺序{>ALL VERTICAL
            甲
            乙
            }
            """;
        var address = await app.StageAsync(author, Encoding.UTF8.GetBytes(gift));
        Assert.Contains("不支持的题型：排序题", await author.ReadAsync($"{address}?tab=Refused"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{address}/application"));
        await app.TakeAsync();

        Assert.Contains("不支持下列1道题", await author.ReadAsync("/questions/exports?tag=专项甲&format=Aiken"), StringComparison.Ordinal);
        foreach (var format in new[] { "Gift", "MoodleXml", "Qti", "Qti22", "Markdown", "Csv", "CsvGb18030", "Workbook" })
        {
            var first = await author.Http.GetByteArrayAsync(new Uri($"/questions/exports/file?tag=专项甲&format={format}", UriKind.Relative));
            var back = await app.StageAsync(author, first);
            Assert.Contains("重复 3", await author.ReadAsync(back), StringComparison.Ordinal);
            Assert.Equal(first, await author.Http.GetByteArrayAsync(new Uri($"/questions/exports/file?tag=专项甲&format={format}", UriKind.Relative)));
        }

        var template = await author.Http.GetByteArrayAsync(new Uri("/questions/imports/template.xlsx", UriKind.Relative));
        Assert.Contains("将收入 8", await author.ReadAsync(await app.StageAsync(author, template)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz>&x;</quiz>", "实体声明")]
    [InlineData("<quiz>\n<question>", "（第2行）")]
    [InlineData("<questestinterop/>", "QTI 1.2")]
    [InlineData("(zip)broken", "文件不完整")]
    [InlineData("只是一段话。", "无法识别")]
    public async Task A_bad_file_is_refused_in_words(string content, string words)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);

        var page = await author.ReadAsync(await app.StageAsync(author, Encoding.UTF8.GetBytes(content.Replace("(zip)", "PK\u0003\u0004", StringComparison.Ordinal))));

        Assert.Contains("文件未接收", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/application", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0], "没有选择文件")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 2 }, "旧的.xls")]
    [InlineData(new byte[] { 0x4D, 0x5A, 0, 0, 3 }, "无法识别")]
    public async Task What_is_plain_from_its_beginning_is_refused_at_once(byte[] content, string words)
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await author.UploadQuestionsAsync(content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_process_began_is_read_again_from_the_start_and_what_was_given_up_is_not()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var (half, given) = (await SendAsync("风雨操场", 300), await SendAsync("看台", 3));
        Assert.Contains("正在读取文件", await author.ReadAsync(half), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await author.StepAsync($"{half}/application"));
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{given}/abandonment"));

        // As a process leaves it that dies after its first step.
        await app.WithDbAsync(async db =>
        {
            var import = await db.Set<QuestionImport>().SingleAsync(i => i.Number == half.Substring(half.LastIndexOf('/') + 1));
            (import.Rows, import.Compared, import.LeaseOwner, import.LeasedUntil) = (300, 1, "dead", import.UploadedAt.AddMinutes(-1));
            db.Add(new QuestionImportRow { ImportId = import.Id, Sequence = 1, Line = 2, Place = "", Kind = null, Title = "半途", Verdict = QuestionVerdict.Refused, Problems = "[]", NearTo = null, Content = "" });
            return await db.SaveChangesAsync();
        });
        Assert.Contains("<span data-done>1</span>", await author.ReadAsync($"{half}/progress"), StringComparison.Ordinal);
        await app.TakeAsync();

        var page = await author.ReadAsync(half);
        Assert.Contains("将收入 300", page, StringComparison.Ordinal);
        Assert.DoesNotContain("半途", page, StringComparison.Ordinal);
        Assert.Contains("导入已放弃", await author.ReadAsync(given), StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.Set<QuestionImportPart>().CountAsync(part => db.Set<QuestionImport>().Any(i => i.Id == part.ImportId && i.State != QuestionImportState.Preview && i.State != QuestionImportState.Columns))));

        async Task<string> SendAsync(string about, int questions)
        {
            using var answer = await author.UploadQuestionsAsync(QuestionFiles.Csv(about, questions));
            return answer.Headers.Location!.OriginalString;
        }
    }

    [Fact]
    public async Task An_upload_that_broke_off_is_given_up()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await app.StageAsync(author, QuestionFiles.Csv("水房", 1));
        var number = address.Substring(address.LastIndexOf('/') + 1);
        await app.WithDbAsync(db => db.Set<QuestionImport>().Where(i => i.Number == number)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, QuestionImportState.Receiving).SetProperty(i => i.UploadedAt, i => i.UploadedAt.AddMinutes(-20))));

        await app.InsideAsync(async services =>
        {
            await services.GetRequiredService<QuestionImportWork>().RefuseInterruptedAsync(default);
            return true;
        });

        Assert.Contains("文件未接收完整", await author.ReadAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_sends_so_many_files_an_hour_and_no_more()
    {
        using var author = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var first = await author.UploadQuestionsAsync(QuestionFiles.Csv("花坛", 1), unit: "望川县教育局");
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        await app.WithDbAsync(async db =>
        {
            var number = first.Headers.Location!.OriginalString.Split('/')[^1];
            var one = await db.Set<QuestionImport>().AsNoTracking().SingleAsync(i => i.Number == number);
            db.AddRange(Enumerable.Range(1, UploadQuestions.MostAnHour - 1).Select(number => new QuestionImport
            {
                Id = Guid.CreateVersion7(),
                Number = $"LIMIT{number:000}",
                FileName = "",
                FileHash = "",
                Format = "",
                UploadedBy = one.UploadedBy,
                UploadedAt = one.UploadedAt,
                OwnerId = one.OwnerId,
                DefaultBasis = "",
                DefaultSource = "",
                DefaultUse = QuestionUse.Both,
                State = QuestionImportState.Abandoned,
            }));
            return await db.SaveChangesAsync();
        });

        using var more = await author.UploadQuestionsAsync(QuestionFiles.Csv("花坛", 1), unit: "望川县教育局");

        Assert.Equal(HttpStatusCode.TooManyRequests, more.StatusCode);
        Assert.Contains("过一会儿再上传", WebUtility.HtmlDecode(await more.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_come_in_with_their_questions_and_go_out_with_them()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var moodle = $"""
            <quiz><question type="truefalse"><questiontext format="html"><text><![CDATA[<p>图中锅炉房的门应当向外开。<img src="@@PLUGINFILE@@/a.png" alt="锅炉房的门"></p>]]></text><file name="a.png" path="/" encoding="base64">{OneDot}</file></questiontext>
            <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer><generalfeedback><text>便于疏散。</text></generalfeedback><tags><tag><text>专项图</text></tag></tags></question></quiz>
            """;
        var address = await app.StageAsync(author, Encoding.UTF8.GetBytes(moodle));
        var name = await app.WithDbAsync(db => db.Set<QuestionImportPart>().Where(part => part.Name != null).Select(part => part.Name).SingleAsync());
        Assert.False(await app.WithDbAsync(db => db.CourseFileContents.AnyAsync(content => content.Hash == name)));

        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{address}/application"));
        await app.TakeAsync();
        Assert.True(await app.WithDbAsync(db => db.CourseFileContents.AnyAsync(content => content.Hash == name)));
        foreach (var format in new[] { "MoodleXml", "Qti", "Markdown" })
        {
            var file = await author.Http.GetByteArrayAsync(new Uri($"/questions/exports/file?tag=专项图&format={format}", UriKind.Relative));
            Assert.Contains("重复 1", await author.ReadAsync(await app.StageAsync(author, file)), StringComparison.Ordinal);
        }

        Assert.Contains("题目带图片", await author.ReadAsync("/questions/exports?tag=专项图&format=Gift"), StringComparison.Ordinal);
        await app.WithDbAsync(db => db.CourseFileContents.Where(content => content.Hash == name).ExecuteDeleteAsync());
        Assert.Contains("图片已不在题库里", await author.ReadAsync("/questions/exports?tag=专项图&format=Qti"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_brings_its_pictures_and_one_without_words_waits_for_them_as_a_draft()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await app.StageAsync(author, QuestionFiles.Workbook(Convert.FromBase64String(OtherDot)), basis: "《实验室手册》");

        var refused = await author.ReadAsync($"{address}?tab=Refused");
        Assert.All(["“备用”", "第7行", "“H7”"], words => Assert.Contains(words, refused, StringComparison.Ordinal));
        var taken = await author.ReadAsync($"{address}?tab=Take");
        Assert.All(["收入5道题", "第5行", "这一行在表里是隐藏的", "B6", "第8行", "有1道题的图片没有替代文字"], words => Assert.Contains(words, taken, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"{address}/application"));
        await app.TakeAsync();

        var kept = await app.WithDbAsync(db => db.PublishedQuestions.Where(q => q.Stem.Contains("药品柜通风口")).SingleAsync());
        Assert.Contains("50%", kept.Options, StringComparison.Ordinal);
        var both = await app.WithDbAsync(db => db.PublishedQuestions.Where(q => q.Stem.Contains("两张图里的试剂架")).SingleAsync());
        Assert.Contains("MorePictures", both.Extras, StringComparison.Ordinal);
        Assert.Contains((await app.WithDbAsync(db => db.PublishedQuestions.Where(q => q.Stem.Contains("压力表的指针")).SingleAsync())).QuestionId, await author.ReadAsync($"{address}?tab=Take&pictures=true"), StringComparison.Ordinal);
        Assert.DoesNotContain("药品柜", await author.ReadAsync($"{address}?pictures=true"), StringComparison.Ordinal);

        var wordless = await app.WithDbAsync(db => db.BankQuestions.AsNoTracking().SingleAsync(q => q.SearchText.Contains("压力表的指针")));
        using (var answer = await author.PostAsync($"/questions/{wordless.Id}/submission", new Dictionary<string, string>(StringComparer.Ordinal) { ["revision"] = wordless.Revision.ToString(CultureInfo.InvariantCulture) }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains($"题目{wordless.QuestionId}的图片没有替代文字", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Equal(BankStatus.Draft, (await app.WithDbAsync(db => db.BankQuestions.AsNoTracking().SingleAsync(q => q.Id == wordless.Id))).Status);
        var worded = await app.WithDbAsync(db => db.BankQuestions.AsNoTracking().SingleAsync(q => q.SearchText.Contains("药品柜通风口")));
        Assert.Equal(HttpStatusCode.Redirect, await author.StepAsync($"/questions/{worded.Id}/submission?revision={worded.Revision}"));
    }

    [Fact]
    public async Task Too_large_a_file_is_refused_before_it_is_read()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await author.UploadQuestionsAsync(new byte[21 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("超过20 MB", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_write_questions_sees_neither_imports_nor_exports()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await app.StageAsync(author, QuestionFiles.Csv("门厅", 2));
        string[] pages = [address, $"{address}/progress", $"{address}/rows.csv?tab=Take"];
        string[] posts = [$"{address}/application", $"{address}/stoppage", $"{address}/abandonment", $"{address}/columns"];

        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        foreach (var path in pages.Concat(["/questions/imports", "/questions/imports.csv", "/questions/exports", "/questions/exports/file?format=Gift", "/questions/imports/template.xlsx"]))
        {
            using var unknown = await visitor.GetAsync(path);
            Assert.Contains(unknown.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized });
            using var forbidden = await teacher.GetAsync(path);
            Assert.Contains(forbidden.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
        }

        foreach (var path in pages.Concat(["/questions/imports/NOSUCH00"]))
        {
            using var outside = await stranger.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
        }

        foreach (var path in posts)
        {
            Assert.Equal(HttpStatusCode.NotFound, await stranger.StepAsync(path));
        }

        Assert.DoesNotContain("门厅", Encoding.UTF8.GetString(await stranger.Http.GetByteArrayAsync(new Uri("/questions/exports/file?format=Gift", UriKind.Relative))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_fields_are_answered_in_words()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await app.StageAsync(author, QuestionFiles.Csv("侧门", 2));

        using var elsewhere = await author.UploadQuestionsAsync(QuestionFiles.Csv("后门", 1), unit: "望川县教育局");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.StatusCode);
        using var none = await author.UploadQuestionsAsync(QuestionFiles.Csv("后门", 1), unit: "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("写题库所属单位", WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var format = await author.GetAsync("/questions/exports?format=Papyrus");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, format.StatusCode);
        using var file = await author.GetAsync("/questions/exports/file?format=Papyrus");
        Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        using var tab = await author.GetAsync($"{address}/rows.csv?tab=Nonsense");
        Assert.Equal(HttpStatusCode.NotFound, tab.StatusCode);
        using var page = await author.GetAsync($"{address}?page=-5&tab=77");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(0, await CountAsync("后门"));
    }

    // A PNG of one pixel.
    private const string OneDot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNg5+AEAAAyABmP5B0GAAAAAElFTkSuQmCC";
    private const string OtherDot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGMQaDAAAAFkAMGdi2d3AAAAAElFTkSuQmCC";

    private static IEnumerable<KeyValuePair<string, string>> Columns(params string[] columns) => columns.Select(column => KeyValuePair.Create("Columns", column));

    private Task<int> CountAsync(string words) => app.WithDbAsync(db => db.BankQuestions.CountAsync(question => question.SearchText.Contains(words)));
}

public sealed class QuestionImportOnSqlite(SqliteApp app) : QuestionImportTests(app), IClassFixture<SqliteApp>;

public sealed class QuestionImportOnPostgres(PostgresApp app) : QuestionImportTests(app), IClassFixture<PostgresApp>;
