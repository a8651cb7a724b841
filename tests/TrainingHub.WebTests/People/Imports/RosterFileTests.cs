using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.People.Imports;

/// <summary>Files that are not taken: a clear message, nothing half-written.</summary>
public abstract class RosterFileTests(WebApp app)
{
    private static readonly object?[] Heads = ["姓名", "工号", "岗位"];

    public static TheoryData<string, string> BadFiles => new()
    {
        { "text", "不是 Excel 工作簿" },
        { "empty", "文件是空的" },
        { "encrypted", "打开密码" },
        { "macro", "有宏" },
        { "merged", "跨列合并的单元格：B2:C2" },
        { "column", "缺少列：岗位。找到的表头是：姓名、工号" },
        { "rows", "表头下面没有任何一行" },
        { "damaged", "已损坏" },
        { "bomb", "解压后过大" },
        { "word", "不是 Excel 工作簿" },
        { "one part twice", "已损坏" },
        { "sheets", "解压后过大" },
        { "formulas", "解压后过大" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Is_refused_with_a_clear_message(string kind, string message)
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var before = await app.WithDbAsync(db => db.RosterImports.CountAsync());

        using var answer = await browser.UploadRosterAsync(Bytes(kind));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(before, await app.WithDbAsync(db => db.RosterImports.CountAsync()));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("GB18030", false)]
    public async Task Reads_text_in_the_encodings_that_programs_write(string encoding, bool hasMark)
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var table = $"2026年名册\r\n姓名,工号,手机号,岗位,任职开始\r\n㛃䶮𬭚,=\"00{encoding.Length}7{hasMark}\",13800000001,\"教师\",2024年9月1日\r\n注：以上为在编人员,,,,\r\n";
        byte[] bytes = [.. hasMark ? Encoding.UTF8.GetPreamble() : [], .. Encoding.GetEncoding(encoding).GetBytes(table)];

        var page = await browser.ReadAsync(await browser.PreviewAsync(app, bytes));

        Assert.Equal((1, 0), (Roster.Count(page, "Added"), Roster.Count(page, "Refused")));
        Assert.Contains("㛃䶮𬭚", page, StringComparison.Ordinal);
        Assert.Contains("注：以上为在编人员", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_guess_what_a_spreadsheet_cut_off_before_it_wrote_text()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        const string Table = "姓名,工号,手机号,岗位,任职开始\n月份甲,CU001,,教师,2024.1\n月份乙,CU002,,教师,\"=\"\"2024.1\"\"\"\n月份丙,CU003,,教师,20240901\n电话丁,CU004,1.38E+10,教师,45536\n";

        var page = await browser.ReadAsync(await browser.PreviewAsync(app, Encoding.UTF8.GetBytes(Table)));

        Assert.Equal((2, 2), (Roster.Count(page, "Added"), Roster.Count(page, "Refused")));
        Assert.Contains("E2", page, StringComparison.Ordinal);
        Assert.Contains("不是11位手机号", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_colours_were_not_read_and_finds_rows_by_name()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var yellow = (string text) => new TestWorkbook.Painted(text);
        var struck = (string text) => new TestWorkbook.Painted(text, IsStruck: true);
        object?[][] rows =
        [
            ["姓名", "工号", "岗位"], ["甲乙丙", "C0001", "教师"], [yellow("丁戊己"), yellow("C0002"), yellow("教师")], ["庚辛壬", "C0003", "教师"], ["子丑寅", struck("C0004"), "教师"],
        ];

        var address = await browser.PreviewAsync(app, TestWorkbook.Of(rows));
        var page = await browser.ReadAsync(address);

        Assert.Equal(4, Roster.Count(page, "Added"));
        Assert.Contains("工作表“名册”中有2行用底色、字体颜色或删除线作了标记：第3、5行（A、B、C列）", page, StringComparison.Ordinal);
        var found = await browser.ReadAsync($"{address}?tab=Added&q=丁戊");
        Assert.Contains("丁戊己", found, StringComparison.Ordinal);
        Assert.DoesNotContain("甲乙丙", found, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的行", await browser.ReadAsync($"{address}?tab=Added&q=没有此人"), StringComparison.Ordinal);
        Assert.Equal(2, (await browser.ReadAsync($"{address}/rows.csv?tab=Added&q=丁戊")).Trim().Split('\n').Length);
        Assert.DoesNotContain("作了标记", await browser.ReadAsync(await browser.PreviewAsync(app, TestWorkbook.Of(["姓名", "岗位"], ["甲乙丙", "教师"], ["丁戊己", "教师"]))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_rare_characters_from_file_to_page_to_file_and_back()
    {
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var made = await browser.PostAsync("/organizations", new() { ["Parent"] = WorldIds.CodeOf(SmallWorld.Linxi), ["Name"] = "临溪区生僻字小学", ["Kind"] = "School", ["Stages"] = "Primary", ["From"] = "2026-03-01" });
        var path = made.Headers.Location!.ToString();
        string[] names = ["张䶮", "㛃宁", "𬭚三", "䶮 㛃"];
        await browser.ImportAsync(app, TestWorkbook.Of([["姓名", "工号", "手机号", "岗位", "任职开始"], .. names.Select((name, index) => new object?[] { name, $"RC{index}", 13800000100d + index, "教师", "2024年9月1日" })]), "临溪区生僻字小学");

        var page = await browser.ReadAsync(path);
        Assert.All(names, name => Assert.Contains(name.Replace(" ", "", StringComparison.Ordinal), page, StringComparison.Ordinal));
        var file = await browser.Http.GetByteArrayAsync(new Uri($"{path}/people.csv", UriKind.Relative));
        app.Clock.Move(TimeSpan.FromSeconds(1));
        var again = await browser.ReadAsync(await browser.PreviewAsync(app, file, "临溪区生僻字小学", mode: "Full"));

        Assert.Equal((0, 0, 0, 4), (Roster.Count(again, "Added"), Roster.Count(again, "Changed"), Roster.Count(again, "Refused"), Roster.Count(again, "Unchanged")));
        Assert.Contains("4行的手机号隐去了中间几位", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_what_an_unknown_heading_means_and_remembers_it_until_it_is_told_to_forget()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var neighbour = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        var bytes = TestWorkbook.Of(["姓 名", "承担工作"], ["记得清", "教师"]);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["Unit"] = Roster.School, ["Mode"] = "Incremental", ["EffectiveDay"] = "2026-10-15" };

        using var asked = await browser.UploadAsync("/people/imports", "File", "名册.xlsx", bytes, fields);
        using var said = await browser.UploadAsync("/people/imports", "File", "名册.xlsx", bytes, new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["Headings[0].Column"] = "Position", ["Headings[0].Heading"] = "承担工作" });
        using var remembered = await browser.UploadAsync("/people/imports", "File", "名册.xlsx", bytes, fields);
        var list = await browser.ReadAsync("/people/imports");
        using var strange = await neighbour.PostAsync("/people/imports/headings/removal", new() { ["unit"] = Roster.School });
        using var forgotten = await browser.PostAsync("/people/imports/headings/removal", new() { ["unit"] = Roster.School });
        using var again = await browser.UploadAsync("/people/imports", "File", "名册.xlsx", bytes, fields);

        Assert.Contains("<option>承担工作</option>", WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (asked.StatusCode, said.StatusCode, remembered.StatusCode));
        Assert.Contains("“承担工作”是岗位", list, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (strange.StatusCode, forgotten.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task Of_fifty_megabytes_is_refused_before_it_is_read()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        using var answer = await browser.UploadRosterAsync(new byte[50 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("超过20 MB", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_large_without_a_length_said_beforehand_is_refused_in_the_same_words()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        using var large = await browser.UploadChunkedAsync(new byte[21 * 1024 * 1024]);
        using var small = await browser.UploadChunkedAsync(Bytes("empty"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Contains("超过20 MB", WebUtility.HtmlDecode(await large.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, small.StatusCode);
    }

    [Fact]
    public async Task Speaks_English_to_who_reads_English()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        using var language = await browser.GetAsync("/language/en");

        using var answer = await browser.UploadRosterAsync(Bytes("encrypted"));

        Assert.Contains("protected by a password", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_a_unit_out_of_reach_is_refused_like_for_one_that_does_not_exist()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        foreach (var unit in new[] { "临溪区滨河路小学", "火星小学" })
        {
            using var answer = await browser.UploadRosterAsync(TestWorkbook.Of(Heads, ["张三", "1", "教师"]), unit);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("没有找到这个单位", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Names_the_cell_of_every_faulty_row()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        var page = await browser.ReadAsync(await browser.PreviewAsync(app, TestWorkbook.Of(
            ["姓名", "工号", "岗位", "手机号", "任职开始", "任职结束"],
            ["甲一", "F1", "=A1", "", "", ""],
            ["乙二", "F2", "电工", "", "", ""],
            ["丙三", "F3", "教师", "", new DateOnly(2026, 9, 1), new DateOnly(2026, 8, 1)],
            ["丁四", "F4", "火箭手", "1380013", "2025/2/30", ""],
            ["戊五", "F5", "教师", "", "2025/2/30", ""],
            ["己六", "F6", "教师", "", "", ""],
            ["庚七", "F6", "教师", "", "", ""],
            ["", "F8", "教师", "", "", ""],
            ["辛九", "F9", "教师", "", "", ""])));

        Assert.All(new[] { ">C2<", "单元格是公式", ">C3<", "不在岗位目录中", ">F4<", "任职结束早于任职开始", ">D5<", "不是11位手机号", ">E6<", "日期不存在", "文件中工号重复", ">A9<", "缺少姓名" },
            text => Assert.Contains(text, page, StringComparison.Ordinal));
        // Everything that is wrong with the row of D5 is told at once.
        Assert.All(new[] { ">E5<", ">C5<", "第5行另有问题" }, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Equal((1, 8), (Roster.Count(page, "Added"), Roster.Count(page, "Refused")));
    }

    private static byte[] Bytes(string kind) => kind switch
    {
        "text" => [1, 2, 0, 3, 255, 254, 0, 0],
        "empty" => [],
        "encrypted" => TestWorkbook.Encrypted(),
        "macro" => TestWorkbook.WithMacro(Heads, ["张三", "1", "教师"]),
        "merged" => TestWorkbook.WithMergedCells("B2:C2", Heads, ["张三", "1", "教师"], ["李四", "2", ""]),
        "column" => TestWorkbook.Of(["姓名", "工号"], ["张三", "1"]),
        "rows" => TestWorkbook.Of(Heads),
        "damaged" => TestWorkbook.Of(Heads, ["张三", "1", "教师"])[..900],
        "bomb" => TestWorkbook.Bomb(),
        "one part twice" => TestWorkbook.OfSheets(2, Heads, ["张三", "1", "教师"]),
        "sheets" => TestWorkbook.OfSheets(1001, Heads, ["张三", "1", "教师"]),
        "formulas" => TestWorkbook.OfFormulas(500_001, Heads, ["张三", "1", "教师"]),
        _ => [.. TestWorkbookOfWord()],
    };

    private static byte[] TestWorkbookOfWord()
    {
        var memory = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("[Content_Types].xml").Open());
            writer.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
        }

        return memory.ToArray();
    }
}

public sealed class RosterFileOnSqlite(SqliteApp app) : RosterFileTests(app), IClassFixture<SqliteApp>;

public sealed class RosterFileOnPostgres(PostgresApp app) : RosterFileTests(app), IClassFixture<PostgresApp>;
