using System.Buffers.Binary;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.WebTests.People.Imports;

namespace TrainingHub.WebTests.Home;

/// <summary>From an empty database to a school with people, as an operator and the first person do it.</summary>
public abstract partial class SetUpTests(WebApp app)
{
    private static readonly string[] Wishes =
        ["setup", "--organization", "清源县教育局", "--code", "qy01", "--kind=CountyBureau", "--name", "何清源", "--staff-number", "QY-001", "--phone", "138 0000 4321", "--region", "410181", "--province", "豫", "--PublicAddress", "https://training.example"];

    [Fact]
    public async Task Begins_once_and_the_first_person_can_work()
    {
        // By the machine's clock, as the command in its own process.
        app.Clock.MoveTo(DateTimeOffset.UtcNow);
        using var browser = app.Visitor();
        foreach (var page in new[] { "/", "/account/session" })
        {
            var empty = await browser.ReadAsync(page);
            Assert.Contains("系统还没有初始化", empty, StringComparison.Ordinal);
            Assert.Contains("TrainingHub.Web setup --organization", empty, StringComparison.Ordinal);
        }

        var begun = await OperatorCommand.RunAsync(app.Settings, Wishes);
        var again = await OperatorCommand.RunAsync(app.Settings, Wishes);

        Assert.True(begun.Code == 0, begun.Errors);
        Assert.Contains("已建立“清源县教育局”（机构码QY01），管理员何清源，工号QY-001。", begun.Output, StringComparison.Ordinal);
        var code = Address().Match(begun.Output).Groups[1].Value;
        Assert.Equal(14, code.Length);
        Assert.Equal((1, ""), (again.Code, again.Output));
        Assert.Contains("已经有单位或人员，没有做任何改动", again.Errors, StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), await app.WithDbAsync(async db => (await db.Organizations.CountAsync(), await db.People.CountAsync(), await db.ActivationSlips.CountAsync())));

        Assert.DoesNotContain("系统还没有初始化", await browser.ReadAsync("/account/session"), StringComparison.Ordinal);
        await ActivateAsync(browser, code);
        await AssertCostlyAsync();
        await MakeSchoolAsync(browser);
        await FillSchoolAsync(browser);
    }

    private static async Task ActivateAsync(TestBrowser browser, string code)
    {
        var form = new Dictionary<string, string> { ["Code"] = code, ["Digits"] = "4321", ["Password"] = "qingyuan-2026", ["Again"] = "qingyuan-2026" };
        using var activated = await browser.PostAsync("/account/activation", form, tokenFrom: "/account/activation");

        Assert.Equal(HttpStatusCode.Redirect, activated.StatusCode);
        Assert.Contains("何清源", await browser.ReadAsync("/account"), StringComparison.Ordinal);
    }

    /// <summary>A password that was stolen with the database takes long to find: the application hashes it as many times as the framework asks for.</summary>
    private async Task AssertCostlyAsync()
    {
        var hash = Convert.FromBase64String(await app.WithDbAsync(db => db.Users.Select(user => user.PasswordHash).SingleAsync()) ?? "");

        // Format 1: a marker, then the function (2 is HMAC-SHA512) and the rounds.
        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.InRange(BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)), 100_000u, uint.MaxValue);
    }

    private static async Task MakeSchoolAsync(TestBrowser browser)
    {
        using var school = await browser.PostAsync("/organizations", new() { ["Parent"] = "QY01", ["Name"] = "清源县第一小学", ["Kind"] = "School", ["Stages"] = "Primary", ["From"] = "2020-09-01" });

        Assert.Equal(HttpStatusCode.Redirect, school.StatusCode);
        Assert.Contains("清源县第一小学", await browser.ReadAsync(school.Headers.Location!.ToString()), StringComparison.Ordinal);
    }

    private async Task FillSchoolAsync(TestBrowser browser)
    {
        var school = await app.WithDbAsync(db => db.Organizations.Where(o => o.Name == "清源县第一小学").Select(o => o.Code).SingleAsync());
        using var person = await browser.PostAsync("/people", new()
        {
            ["Name"] = "钟一鸣",
            ["StaffNumber"] = "QY-002",
            ["Phone"] = "13800004322",
            ["Organization"] = school,
            ["Position"] = ShippedPositions.Of(CorePosition.Principal).Id.ToString(),
            ["From"] = "2024-09-01",
            ["Employment"] = "Established",
        });
        Assert.Equal(HttpStatusCode.Redirect, person.StatusCode);

        var today = app.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var address = await browser.PreviewAsync(
            app, TestWorkbook.Of(["姓名", "工号", "岗位"], ["路小曼", "QY-003", "教师"], ["卜安", "QY-004", "保安"]), "清源县第一小学", day: today);
        using var confirmed = await browser.ConfirmAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        await app.WorkAsync();

        var roster = await browser.ReadAsync($"/organizations/{school}");
        Assert.All(["钟一鸣", "路小曼", "卜安"], name => Assert.Contains(name, roster, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/organizations/{school}/slips")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/coverage")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/courses/drafts")).StatusCode);
    }

    [GeneratedRegex(@"https://training\.example/account/activation\?code=([0-9A-Z-]+)")]
    private static partial Regex Address();
}

public sealed class SetUpOnSqlite(EmptySqliteApp app) : SetUpTests(app), IClassFixture<EmptySqliteApp>;

public sealed class SetUpOnPostgres(EmptyPostgresApp app) : SetUpTests(app), IClassFixture<EmptyPostgresApp>;

public sealed class SetUpArgumentsTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("traininghub-setup-").FullName;

    [Theory]
    [InlineData("--kind", "", "--kind: 没有填写")]
    [InlineData("--organization", " ", "--organization: 没有填写")]
    [InlineData("--kind", "Kindergarten", "--kind: 选择类型 (Province, City, CountyBureau")]
    [InlineData("--kind", "All", "--kind: 选择类型")]
    [InlineData("--phone", "12345", "--phone: 手机号是11位数字，以1开头")]
    [InlineData("--staff-number", "11010519491231002X", "--staff-number: 工号不能用身份证号")]
    [InlineData("--code", "清源", "--code: 机构码是2到16个字母或数字")]
    [InlineData("--region", "41", "--region: 行政区划代码是6位数字")]
    [InlineData("--position", "boss", "--position: 没有这个岗位 (Principal")]
    public async Task Says_what_is_missing_or_wrong_and_touches_nothing(string option, string value, string why)
    {
        var settings = TestSettings.WithoutWorld(TestSettings.Sqlite(_data));
        // The later one of an option that stands twice counts.
        var answer = await OperatorCommand.RunAsync(
            settings, "setup", "--organization", "清源县教育局", "--kind", "CountyBureau", "--name", "何清源", "--staff-number", "QY-001", "--phone", "13800004321", option, value);

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains(why, answer.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_data, "traininghub.db")));
    }

    [Fact]
    public async Task Begins_on_a_database_that_was_never_started()
    {
        var settings = TestSettings.WithoutWorld(TestSettings.Sqlite(_data));

        var begun = await OperatorCommand.RunAsync(
            settings, "setup", "--organization", "第九中学", "--kind", "School", "--name", "何清源", "--staff-number", "QY-001", "--phone", "13800004321", "--urls", "http://0.0.0.0:5080");

        Assert.True(begun.Code == 0, begun.Errors);
        Assert.Contains("http://localhost:5080/account/activation?code=", begun.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
