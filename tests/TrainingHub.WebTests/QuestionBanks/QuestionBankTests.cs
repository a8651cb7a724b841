using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Questions;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Quizzes;
using static TrainingHub.WebTests.QuestionBanks.BankActions;

namespace TrainingHub.WebTests.QuestionBanks;

/// <summary>The question bank: who writes, reviews, reads, copies and changes.</summary>
public abstract class QuestionBankTests(WebApp app)
{
    [Fact]
    public async Task A_countys_question_is_reviewed_by_somebody_else_and_drawn_by_its_schools_alone()
    {
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        var address = await county.WriteAsync("临溪区的学校多久检查一次灭火器压力表？", Linxi);

        Assert.Equal(HttpStatusCode.Redirect, await county.StepAsync(address, "submission"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await county.StepAsync(address, "publication"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await city.StepAsync(address, "return"));
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "return", "选项要更像"));
        Assert.Contains("选项要更像", await county.ReadAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await county.StepAsync(address, "submission"));
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "publication"));

        var id = (await app.KeptAsync(address)).QuestionId;
        var drawn = Assert.Single(await app.PoolAsync(SmallWorld.School32), question => string.Equals(question.Prompt.Id, id, StringComparison.Ordinal));
        Assert.Equal(["日常检查", "消防", "灭火器"], drawn.Tags.Order(StringComparer.Ordinal));
        Assert.Equal(2, drawn.Difficulty);
        Assert.Equal(["每月", "每季度", "每年"], drawn.Prompt.Options);
        Assert.DoesNotContain(await app.PoolAsync(SmallWorld.WangchuanHigh), question => string.Equals(question.Prompt.Id, id, StringComparison.Ordinal));
        Assert.DoesNotContain(await app.PoolAsync(SmallWorld.City), question => string.Equals(question.Prompt.Id, id, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "retirement"));
        Assert.DoesNotContain(await app.PoolAsync(SmallWorld.School32), question => string.Equals(question.Prompt.Id, id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_citys_question_is_read_and_copied_by_counties_but_not_changed()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var address = await city.WriteAsync("全市的学校多久组织一次应急疏散演练？", City);
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "submission"));
        // Nobody stands beside or above the city's only author.
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "publication"));

        Assert.Contains("全市的学校多久组织一次应急疏散演练", await county.ReadAsync("/questions?q=疏散"), StringComparison.Ordinal);
        Assert.Contains("这道题属于云岭市教育局", await county.ReadAsync(address), StringComparison.Ordinal);
        using var changed = await county.PostAsync(address, Form("改动", City, new KeyValuePair<string, string>("Revision", "0")));
        Assert.Equal(HttpStatusCode.NotFound, changed.StatusCode);
        Assert.Contains(await app.PoolAsync(SmallWorld.WangchuanHigh), question => question.Prompt.Stem.StartsWith("全市的学校", StringComparison.Ordinal));

        using var copied = await county.PostAsync($"{address}/copies", new() { ["unit"] = Wangchuan });
        Assert.Equal(HttpStatusCode.Redirect, copied.StatusCode);
        var copy = await app.KeptAsync(copied.Headers.Location!.OriginalString);
        var original = await app.KeptAsync(address);
        Assert.Equal((UnitOf(SmallWorld.Wangchuan), BankStatus.Draft, original.Fingerprint), (copy.OwnerId, copy.Status, copy.Fingerprint));
        Assert.NotEqual(original.QuestionId, copy.QuestionId);
        Assert.Equal(original.QuestionId, copy.Origin);
        using var again = await county.PostAsync($"{address}/copies", new() { ["unit"] = Wangchuan });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains($"查看题库中的{copy.QuestionId}", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        var near = await city.WriteAsync("全市的学校多久组织一次应急疏散演练呢？", City);
        using var refused = await county.PostAsync($"{near}/copies", new() { ["unit"] = Wangchuan });
        Assert.Contains("name=\"anyway\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var taken = await county.PostAsync($"{near}/copies", new() { ["unit"] = Wangchuan, ["anyway"] = "true" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (refused.StatusCode, taken.StatusCode));
    }

    [Fact]
    public async Task A_change_is_a_version_of_its_own_and_the_later_of_two_authors_is_told()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await author.WriteAsync("学校多久检查一次应急照明？", Linxi);
        var revision = await author.RevisionAsync(address);

        using var first = await author.PostAsync(address, Form("学校多久检查一次应急照明灯？", Linxi, new("Revision", revision), new("Note", "补上“灯”字")));
        using var second = await author.PostAsync(address, Form("学校多久检查一次应急灯？", Linxi, new KeyValuePair<string, string>("Revision", revision)));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, (await app.KeptAsync(address)).Number);
        Assert.Contains("补上“灯”字", await author.ReadAsync(address), StringComparison.Ordinal);
        Assert.Contains("<ins>灯</ins>", await author.ReadAsync($"{address}/versions/2"), StringComparison.Ordinal);
        using var unknown = await author.GetAsync($"{address}/versions/9");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_near_question_is_named_while_one_writes_and_the_same_is_refused()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await author.WriteAsync("食堂从业人员的健康证明多久办理一次？", Linxi);
        var known = (await app.KeptAsync(address)).QuestionId;

        using var preview = await author.PostAsync("/questions/preview", Form("食堂从业人员健康证明多久办理一次？", Linxi));
        var html = await preview.Content.ReadAsStringAsync();
        using var same = await author.PostAsync("/questions", Form("食堂从业人员的健康证明多久办理一次？", Linxi));

        Assert.Contains(known, html, StringComparison.Ordinal);
        Assert.Contains("可能重复", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, same.StatusCode);
    }

    [Fact]
    public async Task Every_kind_is_written_as_Markdown()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        const string Text = "# Q-NEW\nkind: fillIn\nuse: examination\ndifficulty: 3\ntags: 用电\ndocument: 学校安全自查清单\nstatement: 留样48小时\nblank: = 48 | [小时] | [h]\n\n食堂留样不少于 ___ 。\n\n> 见清单。\n";
        using var answer = await author.PostAsync("/questions", new() { ["IsMarkdown"] = "true", ["Unit"] = Linxi, ["Text"] = Text });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var kept = await app.KeptAsync(answer.Headers.Location!.OriginalString);
        Assert.Equal((QuestionKind.FillIn, QuestionUse.Examination, 3), (kept.Kind, kept.Use, kept.Difficulty));
        Assert.StartsWith(BankIds.Prefix, kept.QuestionId, StringComparison.Ordinal);
        using var broken = await author.PostAsync("/questions", new() { ["IsMarkdown"] = "true", ["Unit"] = Linxi, ["Text"] = "没有标题" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.Contains("每道题以“# 编号”一行开头", WebUtility.HtmlDecode(await broken.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_bank_has_is_not_taken_twice()
    {
        var (owner, by) = (UnitOf(SmallWorld.Wangchuan), WorldIds.Of("person", SmallWorld.WangchuanOfficer));
        IncomingQuestion[] questions =
        [
            Incoming("望川县的学校多久检查一次消火栓？", id: "WC-1"),
            Incoming("望川县学校多久检查一次消火栓？"),
            Incoming("下列说法正确的是", ["疏散门朝外开", "疏散门上锁"]),
            Incoming("下列说法正确的是", ["留样48小时", "留样24小时"]),
            Incoming(""),
        ];

        var taken = await app.InsideAsync(services => services.GetRequiredService<TakeQuestions>().RunAsync(owner, null, questions, by, default));
        var again = await app.InsideAsync(services => services.GetRequiredService<TakeQuestions>().RunAsync(owner, null, questions, by, default));

        Assert.Equal("WC-1", Assert.IsType<TakenQuestion.Added>(taken[0]).QuestionId);
        Assert.Equal(new TakenQuestion.AlreadyThere("WC-1", IsTwin: true), taken[1]);
        Assert.IsType<TakenQuestion.Added>(taken[2]);
        Assert.IsType<TakenQuestion.Added>(taken[3]);
        Assert.Equal(new TakenQuestion.Refused(TakeRefusal.Incomplete), taken[4]);
        Assert.Equal(new TakenQuestion.AlreadyThere("WC-1", IsTwin: false), again[0]);
        Assert.DoesNotContain(again, one => one is TakenQuestion.Added);
    }

    [Fact]
    public async Task Many_are_changed_at_once_step_by_step()
    {
        var (owner, by) = (UnitOf(SmallWorld.Linxi), WorldIds.Of("person", SmallWorld.LinxiOfficer));
        var questions = Enumerable.Range(0, 450).Select(number => Incoming($"批量修改第{number}题", [$"甲{number}", $"乙{number}"])).ToList();
        await app.InsideAsync(services => services.GetRequiredService<TakeQuestions>().RunAsync(owner, null, questions, by, default));
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);

        using var answer = await author.PostAsync("/questions/changes", new()
        {
            ["everything"] = "true",
            ["q"] = "批量修改",
            ["addTags"] = "成批",
            ["removeTags"] = "导入",
            ["newDifficulty"] = "3",
            ["newStep"] = "Submit",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var job = Guid.Parse(answer.Headers.Location!.OriginalString[^36..]);
        await app.FinishAsync(job);

        Assert.Contains("已修改450道", await author.ReadAsync($"/questions/changes/{job}"), StringComparison.Ordinal);
        var (changed, tagged) = await app.WithDbAsync(async db => (
            await db.BankQuestions.CountAsync(question => question.SearchText.Contains("批量修改") && question.Difficulty == 3 && question.Status == BankStatus.Review),
            await db.BankTags.CountAsync(tag => tag.Name == "成批")));
        Assert.Equal((450, 450), (changed, tagged));
        Assert.Contains("共450", await author.ReadAsync("/questions?tag=成批&difficulty=3&status=Review&page=2"), StringComparison.Ordinal);
        Assert.Equal(451, (await (await author.GetAsync("/questions.csv?tag=成批")).Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var hidden = await stranger.GetAsync($"/questions/changes/{job}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var nothing = await author.PostAsync("/questions/changes", new() { ["everything"] = "true" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
    }

    [Fact]
    public async Task Folders_belong_to_one_bank()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var made = await author.PostAsync("/questions/folders", new() { ["unit"] = Linxi, ["name"] = "消防" });
        using var twice = await author.PostAsync("/questions/folders", new() { ["unit"] = Linxi, ["name"] = "消防" });
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (made.StatusCode, twice.StatusCode));
        var folder = await app.WithDbAsync(db => db.BankFolders.SingleAsync(row => row.Name == "消防"));

        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var renamed = await stranger.PostAsync($"/questions/folders/{folder.Id}", new() { ["name"] = "我的" });
        using var deleted = await stranger.PostAsync($"/questions/folders/{folder.Id}/deletion", new Dictionary<string, string>());
        using var foreign = await stranger.PostAsync("/questions", Form("望川县的题放进临溪区的文件夹？", Wangchuan, new KeyValuePair<string, string>("Folder", folder.Id.ToString())));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (renamed.StatusCode, deleted.StatusCode, foreign.StatusCode));
        Assert.Contains("消防", await author.ReadAsync($"/questions/folders?unit={Uri.EscapeDataString(Linxi)}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await author.PostAsync($"/questions/folders/{folder.Id}/deletion", new Dictionary<string, string>())).StatusCode);
    }

    [Fact]
    public async Task A_folder_moves_with_those_in_it_and_is_shared_down_the_tree_or_not()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        using var county = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var (outer, inner) = (await FolderAsync(city, City, "移动外", null), await FolderAsync(city, City, "移动内", null));
        Assert.Equal(HttpStatusCode.Redirect, await MoveAsync(inner, outer));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await MoveAsync(outer, inner));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await MoveAsync(outer, Guid.NewGuid()));
        Assert.Contains("移动外 / 移动内", await city.ReadAsync($"/questions/folders/{inner}"), StringComparison.Ordinal);

        using var made = await city.PostAsync("/questions", Form("市里自己留着的题多久换一次？", City, new KeyValuePair<string, string>("Folder", inner.ToString())));
        var address = made.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "submission"));
        Assert.Equal(HttpStatusCode.Redirect, await city.StepAsync(address, "publication"));
        var path = $"/questions/folders?unit={Uri.EscapeDataString(City)}";
        Assert.Contains("移动外 / 移动内", await county.ReadAsync(path), StringComparison.Ordinal);
        Assert.True(await IsReadAsync());

        using var closed = await city.PostAsync($"/questions/folders/{outer}/sharing", new() { ["shared"] = "false" });
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        Assert.DoesNotContain("移动内", await county.ReadAsync(path), StringComparison.Ordinal);
        Assert.DoesNotContain("移动内", await county.ReadAsync($"/quizzes/{await county.DraftAsync(SmallWorld.Wangchuan)}/settings"), StringComparison.Ordinal);
        Assert.False(await IsReadAsync());
        using var alone = await city.PostAsync($"/questions/folders/{inner}/sharing", new() { ["shared"] = "true" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        using var opened = await city.PostAsync($"/questions/folders/{outer}/sharing", new() { ["shared"] = "true" });
        Assert.True(await IsReadAsync());

        foreach (var what in new[] { "", "/place", "/sharing", "/deletion" })
        {
            using var foreign = await county.PostAsync($"/questions/folders/{inner}{what}", new() { ["name"] = "县里的", ["shared"] = "false" });
            Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        }

        async Task<HttpStatusCode> MoveAsync(Guid folder, Guid parent)
        {
            using var answer = await city.PostAsync($"/questions/folders/{folder}/place", new() { ["parent"] = parent.ToString() });
            return answer.StatusCode;
        }

        // Listed, searched, opened and drawn: all of it or nothing.
        async Task<bool> IsReadAsync()
        {
            using var page = await county.GetAsync(address);
            bool[] found =
            [
                page.StatusCode is HttpStatusCode.OK,
                (await county.ReadAsync("/questions?q=自己留着")).Contains(address, StringComparison.Ordinal),
                (await county.ReadAsync($"/questions?owner={UnitOf(SmallWorld.City)}")).Contains(address, StringComparison.Ordinal),
                (await app.PoolAsync(SmallWorld.WangchuanHigh)).Any(question => question.Prompt.Stem.StartsWith("市里自己留着", StringComparison.Ordinal)),
            ];
            Assert.Single(found.Distinct());
            return found[0];
        }
    }

    private async Task<Guid> FolderAsync(TestBrowser author, string unit, string name, Guid? parent)
    {
        using var answer = await author.PostAsync("/questions/folders", new() { ["unit"] = unit, ["name"] = name, ["parent"] = parent?.ToString() ?? "" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await app.WithDbAsync(db => db.BankFolders.Where(folder => folder.Name == name).Select(folder => folder.Id).SingleAsync());
    }

    [Fact]
    public async Task A_picture_is_put_beside_a_question_and_its_places_are_marked()
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var visitor = app.Visitor();
        var address = await author.WriteAsync("照片里哪里堵住了疏散通道？", Linxi);
        using (var none = await author.GetAsync($"{address}/zones"))
        {
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await UploadAsync(author, "不是图片"u8.ToArray(), "走廊"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await UploadAsync(author, png, ""));
        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(author, png, "走廊的照片"));
        Assert.Equal(HttpStatusCode.NotFound, await UploadAsync(stranger, png, "走廊"));
        var page = await author.ReadAsync(address);
        var picture = Regex.Match(page, $"{address}/pictures/[0-9a-f]{{64}}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value;
        Assert.Contains("alt=\"走廊的照片\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        using (var shown = await author.GetAsync(picture))
        {
            Assert.Equal((HttpStatusCode.OK, "image/png"), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType));
        }

        Assert.Equal(HttpStatusCode.Redirect, await UploadAsync(author, png, "走廊的另一头", isFurther: true));
        var both = await author.ReadAsync(address);
        Assert.Contains("name=\"MoreAlternatives\" value=\"走廊的另一头\"", WebUtility.HtmlDecode(both), StringComparison.Ordinal);

        // The fields keep the picture.
        using var changed = await author.PostAsync(address, Form(
            "照片里哪里堵住了疏散通道和安全出口？", Linxi, new("Revision", await author.RevisionAsync(address)), new("Picture", await FieldAsync("Picture")), new("Alternative", "走廊")));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await MarkAsync("课桌", "100,200"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await MarkAsync("", "100,200 300,400"));
        Assert.Equal(HttpStatusCode.Redirect, await MarkAsync("课桌", "100,200 300,400"));
        var version = (await app.InsideAsync(async services => await services.GetRequiredService<QuestionShelf>().QuestionsAsync([(await app.KeptAsync(address)).Hash], default))).Values.Single();
        Assert.Equal((QuestionKind.Hotspot, "走廊", 2), (version.Prompt.Kind, version.Prompt.Picture!.Alt, version.Prompt.Options.Count));
        Assert.Equal([0], version.Key.CorrectOptions);
        Assert.Equal("100,200 300,400", ZoneText.Write(version.Key.Zones[0]));
        Assert.Contains("points=\"100,200 300,200 300,400 100,400\"", await author.ReadAsync($"{address}/zones"), StringComparison.Ordinal);

        foreach (var path in new[] { picture, $"{address}/zones", $"{address}/pictures/{new string('0', 64)}" })
        {
            using var hidden = await stranger.GetAsync(path);
            using var signedOut = await visitor.GetAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect), (hidden.StatusCode, signedOut.StatusCode));
        }

        async Task<HttpStatusCode> UploadAsync(TestBrowser browser, byte[] bytes, string alternative, bool isFurther = false)
        {
            using var answer = await browser.UploadAsync($"{address}/pictures", "Picture", "a.png", bytes, [new("Alternative", alternative), new("IsFurther", isFurther ? "true" : "false"), new("Revision", await author.RevisionAsync(address))]);
            return answer.StatusCode;
        }

        async Task<HttpStatusCode> MarkAsync(string name, string corners)
        {
            using var answer = await author.PostAsync($"{address}/zones", new List<KeyValuePair<string, string>>
            {
                new("Names", name), new("Corners", corners), new("Names", "灭火器"), new("Corners", "500,500 600,500 550,700"), new("Names", ""), new("Corners", ""), new("Right", "0"), new("Revision", await author.RevisionAsync(address)),
            });
            return answer.StatusCode;
        }

        async Task<string> FieldAsync(string name) => Regex.Match(
            await author.ReadAsync(address), $"type=\"hidden\" name=\"{name}\" value=\"(?<v>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["v"].Value;
    }

    [Fact]
    public async Task An_earlier_version_is_set_beside_the_newest_and_restored_as_a_draft()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var address = await author.WriteAsync("学校多久清洗一次饮水机？", Linxi);
        var first = (await app.KeptAsync(address)).Hash;
        using var changed = await author.PostAsync(address, Form("学校多久清洗一次直饮水机？", Linxi, new KeyValuePair<string, string>("Revision", await author.RevisionAsync(address))));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Contains("恢复这一版", await author.ReadAsync($"{address}/versions/1?with=2"), StringComparison.Ordinal);

        foreach (var (path, status) in new[] { ($"{address}/versions/9/restoration", HttpStatusCode.NotFound), ($"{address}/versions/1/restoration", HttpStatusCode.Conflict) })
        {
            using var refused = await author.PostAsync(path, new() { ["revision"] = "999" });
            Assert.Equal(status, refused.StatusCode);
        }

        using var foreign = await stranger.PostAsync($"{address}/versions/1/restoration", new() { ["revision"] = "1" });
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var restored = await author.PostAsync($"{address}/versions/1/restoration", new() { ["revision"] = await author.RevisionAsync(address) });
        Assert.Equal(HttpStatusCode.Redirect, restored.StatusCode);
        var kept = await app.KeptAsync(address);
        Assert.Equal((3, BankStatus.Draft, first), (kept.Number, kept.Status, kept.Hash));
    }

    [Fact]
    public async Task A_change_of_many_is_looked_at_before_it_is_made()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await author.WriteAsync("预览用的题目多久检查一次？", Linxi);
        using var preview = await author.PostAsync("/questions/changes/preview", new()
        {
            ["ids"] = IdOf(address).ToString(),
            ["addTags"] = "预览标签",
            ["removeTags"] = "消防",
            ["newStep"] = "Publish",
            ["newDifficulty"] = "3",
        });
        var html = WebUtility.HtmlDecode(await preview.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Contains("灭火器、预览标签", html, StringComparison.Ordinal);
        Assert.Contains("现在的状态不能这样改", html, StringComparison.Ordinal);
        Assert.Equal(2, (await app.KeptAsync(address)).Difficulty);

        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var foreign = await stranger.PostAsync("/questions/changes/preview", new() { ["ids"] = IdOf(address).ToString(), ["newDifficulty"] = "3" });
        using var nothing = await author.PostAsync("/questions/changes/preview", new() { ["ids"] = IdOf(address).ToString() });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (foreign.StatusCode, nothing.StatusCode));
    }

    [Fact]
    public async Task Searches_and_filters_find_the_same_in_any_order_and_a_word_after_it_was_written()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await author.WriteAsync("查找用的临时题目，含有醋酸二字。", Linxi);
        Assert.Contains(address, await author.ReadAsync("/questions?q=醋酸"), StringComparison.Ordinal);
        Assert.Contains(address, await author.ReadAsync("/questions?q=二字 查找&difficulty=2&kind=Single&status=Draft&tag=灭火器&point=日常检查&sort=Kind.down"), StringComparison.Ordinal);
        Assert.DoesNotContain(address, await author.ReadAsync("/questions?q=醋酸&point=灭火器"), StringComparison.Ordinal);
        Assert.DoesNotContain(address, await author.ReadAsync("/questions?q=醋酸&edition=2024"), StringComparison.Ordinal);

        using var changed = await author.PostAsync(address, Form("查找用的临时题目，含有柠檬二字。", Linxi, new KeyValuePair<string, string>("Revision", await author.RevisionAsync(address))));
        Assert.Contains(address, await author.ReadAsync("/questions?q=柠檬"), StringComparison.Ordinal);
        Assert.DoesNotContain(address, await author.ReadAsync("/questions?q=醋酸"), StringComparison.Ordinal);
        var orders = new List<string>();
        foreach (var sort in new[] { "Id", "Id.down", "Kind", "Status", "Difficulty", "Changed", "Changed.down" })
        {
            orders.Add((await author.ReadAsync($"/questions?sort={sort}&q=柠檬")).Contains(address, StringComparison.Ordinal) ? "" : sort);
        }

        Assert.Empty(string.Concat(orders));
    }

    [Fact]
    public async Task Marks_what_rests_on_an_edition_that_no_longer_holds()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await author.WriteAsync("依据会失效的题多久复核一次？", Linxi);
        await app.WithDbAsync(db => db.BankQuestions.Where(question => question.Id == IdOf(address))
            .ExecuteUpdateAsync(row => row.SetProperty(question => question.StandardSlug, "no-such-document").SetProperty(question => question.Edition, "1999")));

        Assert.Equal(1, await app.InsideAsync(services => services.GetRequiredService<MarkStaleQuestions>().RunAsync(default)));
        Assert.Equal(0, await app.InsideAsync(services => services.GetRequiredService<MarkStaleQuestions>().RunAsync(default)));

        Assert.Contains("依据会失效的题", await author.ReadAsync("/questions?attention=true"), StringComparison.Ordinal);
        Assert.Contains("依据的版本已经不是现行版本", await author.ReadAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_the_signed_out_and_unknown_ids_find_nothing()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var address = await author.WriteAsync("外人看不到的题多久换一次？", Linxi);
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);

        foreach (var path in new[] { "/questions", "/questions.csv", "/questions/new", address, $"{address}/versions/1", "/questions/folders", $"/questions/folders/{Guid.NewGuid()}", $"/questions/changes/{Guid.NewGuid()}", "/questions/statistics", "/questions/statistics.csv", $"/questions/statistics/{new string('0', 64)}" })
        {
            using var signedOut = await visitor.GetAsync(path);
            using var forbidden = await teacher.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
            Assert.True(forbidden.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, path);
        }

        foreach (var path in new[] { address, $"{address}/versions/1", $"/questions/{Guid.NewGuid()}", $"/questions/{Guid.NewGuid()}/versions/1", $"/questions/changes/{Guid.NewGuid()}", $"/questions/statistics/{new string('0', 64)}", $"/questions/folders/{Guid.NewGuid()}", "/questions/folders?unit=没有的单位" })
        {
            using var missing = await stranger.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        foreach (var path in new[] { $"{address}/submission", $"{address}/publication", $"{address}/return", $"{address}/retirement", $"{address}/restoration", $"{address}/copies", address, $"/questions/preview?id={IdOf(address)}" })
        {
            using var missing = await stranger.PostAsync(path, Form("改动", Linxi, new KeyValuePair<string, string>("revision", "0")));
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        Assert.DoesNotContain("外人看不到的题", await stranger.ReadAsync("/questions"), StringComparison.Ordinal);
        Assert.DoesNotContain("外人看不到的题", await (await stranger.GetAsync("/questions.csv")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_answered_with_the_form()
    {
        using var author = await app.SignInAsync(SmallWorld.LinxiOfficer);
        foreach (var form in new List<KeyValuePair<string, string>>[]
        {
            Form("", Linxi),
            Form("别的单位的题库能写吗？", Wangchuan),
            Form(new string('长', 4001), Linxi),
            Form("标签太多的题能保存吗？", Linxi, new KeyValuePair<string, string>("Tags", string.Join('，', Enumerable.Range(0, 30)))).Where(field => field is not { Key: "Tags", Value: "消防，灭火器" }).ToList(),
            [new("Unit", Linxi), new("Kind", "没有的题型"), new("Difficulty", "9")],
        })
        {
            using var answer = await author.PostAsync("/questions", form);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync("/questions?kind=x&status=y&difficulty=z&page=-4&sort=nothing&owner=1&q=%25_'%22%00")).StatusCode);
    }
}

public sealed class QuestionBankOnSqlite(SqliteApp app) : QuestionBankTests(app), IClassFixture<SqliteApp>;

public sealed class QuestionBankOnPostgres(PostgresApp app) : QuestionBankTests(app), IClassFixture<PostgresApp>;
