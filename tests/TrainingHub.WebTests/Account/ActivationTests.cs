using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Account;

public abstract partial class ActivationTests(WebApp app)
{
    private const string NewPassword = "safe-school-2026";
    private static readonly string School32 = WorldIds.CodeOf(SmallWorld.School32), Binhe = WorldIds.CodeOf(SmallWorld.Binhe), Linxi = WorldIds.CodeOf(SmallWorld.Linxi);

    [Fact]
    public async Task A_printed_code_and_four_digits_make_an_account_once()
    {
        var code = await PrintAsync("vice-binhe", Binhe);
        using var browser = app.Visitor();

        Assert.Contains(code, await browser.ReadAsync($"/account/activation?code={code}"), StringComparison.Ordinal);
        var done = await ActivateAsync(browser, code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal), "0010");
        var again = await ActivateAsync(app.Visitor(), code, "0010");

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Contains("尹书遥", await browser.ReadAsync("/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        var id = Id("vice-binhe");
        Assert.Equal(id.ToString("N"), await app.WithDbAsync(db => db.Users.Where(u => u.PersonId == id).Select(u => u.UserName).SingleAsync()));
        // Nothing but the hash is kept.
        Assert.False(await app.WithDbAsync(db => db.ActivationSlips.AnyAsync(s => s.CodeHash.Contains(code))));
    }

    [Fact]
    public async Task Ten_wrong_tries_end_a_slip()
    {
        var code = await PrintAsync("responsible-binhe", Binhe);
        using var browser = app.Visitor();

        for (var left = 9; left >= 0; left--)
        {
            using var wrong = await ActivateAsync(browser, code, "9999");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
            Assert.Contains(left > 0 ? $"还可以试{left}次" : "已失效", await TextAsync(wrong), StringComparison.Ordinal);
        }

        using var right = await ActivateAsync(browser, code, "0011");
        Assert.Contains("激活码不对、已用过或已过期", await TextAsync(right), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_and_replaced_slips_do_not_work()
    {
        var old = await PrintAsync("principal-experimental", WorldIds.CodeOf(SmallWorld.Experimental));
        var newer = await PrintAsync("principal-experimental", WorldIds.CodeOf(SmallWorld.Experimental));
        var id = Id("principal-experimental");
        using var browser = app.Visitor();
        using var replaced = await ActivateAsync(browser, old, "0012");
        await app.WithDbAsync(db => db.ActivationSlips.Where(s => s.PersonId == id && s.CancelledAt == null)
            .ExecuteUpdateAsync(slips => slips.SetProperty(s => s.ExpiresAt, TestClock.Start.UtcDateTime.AddSeconds(-1))));

        using var expired = await ActivateAsync(browser, newer, "0012");

        Assert.All([replaced, expired], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.Contains("已过期", await TextAsync(expired), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_weak_and_different_passwords_without_spending_a_try()
    {
        var code = await PrintAsync("principal-poplar", WorldIds.CodeOf(SmallWorld.Poplar));
        using var browser = app.Visitor();

        using var weak = await ActivateAsync(browser, code, "0014", "12345678");
        using var different = await ActivateAsync(browser, code, "0014", NewPassword, "else");

        Assert.Contains("小写字母和数字", await TextAsync(weak), StringComparison.Ordinal);
        Assert.Contains("两次输入的密码不一样", await TextAsync(different), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ActivateAsync(browser, code, "0014")).StatusCode);
    }

    [Fact]
    public async Task Without_a_phone_the_unit_has_to_add_it_first()
    {
        var code = await PrintAsync("responsible-east", WorldIds.CodeOf(SmallWorld.East));
        var id = Id("responsible-east");
        await app.WithDbAsync(db => db.People.Where(p => p.Id == id).ExecuteUpdateAsync(people => people.SetProperty(p => p.Phone, (string?)null)));

        using var answer = await ActivateAsync(app.Visitor(), code, "0013");

        Assert.Contains("先补录手机号", await TextAsync(answer), StringComparison.Ordinal);
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        Assert.Contains("1人没有登记手机号", await officer.ReadAsync($"/organizations/{WorldIds.CodeOf(SmallWorld.East)}/slips"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_slip_replaces_a_lost_password_ends_the_lock_out_and_other_sessions()
    {
        using var other = await app.SignInAsync(SmallWorld.Responsible);
        app.Clock.Move(TimeSpan.FromMinutes(2));
        // Asked whether its session goes on, and not asked again for a minute.
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/account")).StatusCode);
        var id = Id(SmallWorld.Responsible);
        await app.WithDbAsync(db => db.Users.Where(u => u.PersonId == id).ExecuteUpdateAsync(users => users.SetProperty(u => u.LockoutEnd, TestClock.Start.AddYears(50))));
        var code = await PrintAsync(SmallWorld.Responsible, School32);
        using var browser = app.Visitor();

        Assert.Equal(HttpStatusCode.Redirect, (await ActivateAsync(browser, code, "0007")).StatusCode);

        app.Clock.Move(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
        using var fresh = app.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await fresh.PostAsync("/account/session", new() { ["Who"] = "YL0007", ["Password"] = NewPassword })).StatusCode);
    }

    [Fact]
    public async Task Nobody_prints_a_code_for_whoever_is_granted_more_than_they_reach()
    {
        var officerId = Id(SmallWorld.LinxiOfficer);
        var membership = Guid.NewGuid();
        await app.WithDbAsync(async db =>
        {
            db.Add(new TrainingHub.People.Membership
            {
                Id = membership,
                FactId = membership,
                PersonId = officerId,
                OrganizationId = WorldIds.Of("organization", SmallWorld.School32),
                PositionId = TrainingHub.People.ShippedPositions.Of(TrainingHub.People.CorePosition.Teacher).Id,
                IsPrimary = false,
                Employment = TrainingHub.People.Employment.Established,
                From = new(2024, 1, 1),
                Until = TrainingHub.Time.Day.Open,
                RecordedAt = TestClock.Start.UtcDateTime,
            });
            return await db.SaveChangesAsync();
        });
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        using var answer = await school.PostAsync($"/organizations/{School32}/slips", new() { ["people"] = officerId.ToString() });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(await app.WithDbAsync(db => db.ActivationSlips.AnyAsync(s => s.PersonId == officerId)));
    }

    [Fact]
    public async Task Shows_the_own_account_and_changes_its_password()
    {
        using var visitor = app.Visitor();
        using var browser = await app.SignInAsync(SmallWorld.VicePrincipal);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account")).StatusCode);
        Assert.Contains("温以宁", await browser.ReadAsync("/account"), StringComparison.Ordinal);
        using var wrong = await browser.PostAsync("/account/password", new() { ["Current"] = "not-it-1", ["Password"] = NewPassword, ["Again"] = NewPassword });
        Assert.Contains("现在的密码不对", await TextAsync(wrong), StringComparison.Ordinal);
        using var right = await browser.PostAsync("/account/password", new() { ["Current"] = World.Password, ["Password"] = NewPassword, ["Again"] = NewPassword });
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_phone_of_two_people_signs_in_neither_but_their_numbers_do()
    {
        var id = Id(SmallWorld.BinhePrincipal);
        await app.WithDbAsync(db => db.People.Where(p => p.Id == id).ExecuteUpdateAsync(people => people.SetProperty(p => p.Phone, "13900000008")));
        using var browser = app.Visitor();

        using var shared = await browser.PostAsync("/account/session", new() { ["Who"] = "13900000008", ["Password"] = World.Password });
        using var number = await browser.PostAsync("/account/session", new() { ["Who"] = "ＹＬ0009", ["Password"] = World.Password });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, shared.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, number.StatusCode);
    }

    [Theory]
    [InlineData("yl0009")]
    [InlineData(" Yl0009 ")]
    [InlineData("13800000014")]
    [InlineData("138 0000 0014")]
    [InlineData("138-0000-0014")]
    [InlineData("+86 138 0000 0014")]
    [InlineData("１３８００００００１４")]
    public async Task Signs_in_by_phone_and_by_number_however_they_are_written(string who)
    {
        var id = Id(SmallWorld.BinhePrincipal);
        await app.WithDbAsync(db => db.People.Where(p => p.Id == id).ExecuteUpdateAsync(people => people.SetProperty(p => p.Phone, "13800000014")));
        using var browser = app.Visitor();

        using var answer = await browser.PostAsync("/account/session", new() { ["Who"] = who, ["Password"] = World.Password });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("顾一鸣", await browser.ReadAsync("/account"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_with_a_code_goes_nowhere_as_a_referer()
    {
        using var browser = app.Visitor();

        using var activation = await browser.GetAsync("/account/activation?code=ABCD-EFGH-JKMN");
        using var other = await browser.GetAsync("/account/session");

        Assert.Equal(["no-referrer"], activation.Headers.GetValues("Referrer-Policy"));
        Assert.Equal(["same-origin"], other.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task Slips_for_more_than_five_hundred_go_on_where_they_stopped()
    {
        await AddPeopleAsync(WorldIds.Of("organization", SmallWorld.Poplar), 503);
        var slips = $"/organizations/{WorldIds.CodeOf(SmallWorld.Poplar)}/slips";
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        Assert.Contains("每次最多打印500人", await officer.ReadAsync(slips), StringComparison.Ordinal);

        using var first = await officer.PostAsync(slips, new() { ["everybody"] = "true" });
        var page = await TextAsync(first);
        using var next = await officer.PostAsync(slips, new() { ["everybody"] = "true", ["after"] = After().Match(page).Groups[1].Value });
        var rest = await TextAsync(next);

        Assert.Contains("已生成500张激活单", page, StringComparison.Ordinal);
        var left = int.Parse(Left().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(left, 3, 20);
        Assert.Contains($"已生成{left}张激活单", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"after\"", rest, StringComparison.Ordinal);
        Assert.Empty(Code().Matches(page).Select(code => code.Groups[1].Value).Intersect(Code().Matches(rest).Select(code => code.Groups[1].Value)));
        Assert.Equal(503, Regex.Count(page + rest, "<h2>成批[0-9]{3}</h2>"));
    }

    private Task<int> AddPeopleAsync(Guid organizationId, int count) => app.WithDbAsync(async db =>
    {
        for (var i = 0; i < count; i++)
        {
            var (person, membership) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            db.Add(new TrainingHub.People.Person { Id = person, Name = $"成批{i:000}", NormalizedName = $"成批{i:000}", Phone = $"1370000{i:0000}", CreatedAt = TestClock.Start.UtcDateTime });
            db.Add(new TrainingHub.People.Membership
            {
                Id = membership,
                FactId = membership,
                PersonId = person,
                OrganizationId = organizationId,
                PositionId = TrainingHub.People.ShippedPositions.Of(TrainingHub.People.CorePosition.Teacher).Id,
                IsPrimary = true,
                Employment = TrainingHub.People.Employment.Established,
                From = new(2024, 1, 1),
                Until = TrainingHub.Time.Day.Open,
                RecordedAt = TestClock.Start.UtcDateTime,
            });
        }

        return await db.SaveChangesAsync();
    });

    private static Guid Id(string key) => WorldIds.Of("person", key);

    private async Task<string> PrintAsync(string personKey, string organization)
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var page = await officer.PostAsync($"/organizations/{organization}/slips", new() { ["people"] = Id(personKey).ToString() });
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return Code().Match(await TextAsync(page)).Groups[1].Value;
    }

    private static Task<HttpResponseMessage> ActivateAsync(TestBrowser browser, string code, string digits, string password = NewPassword, string? again = null) =>
        browser.PostAsync("/account/activation", new() { ["Code"] = code, ["Digits"] = digits, ["Password"] = password, ["Again"] = again ?? password }, tokenFrom: "/account/activation");

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("name=\"after\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex After();

    [GeneratedRegex("还有([0-9]+)人没有打印")]
    private static partial Regex Left();

    [GeneratedRegex("class=\"code\">([0-9A-Z-]{14})<")]
    private static partial Regex Code();
}

public sealed class ActivationOnSqlite(SqliteApp app) : ActivationTests(app), IClassFixture<SqliteApp>;

public sealed class ActivationOnPostgres(PostgresApp app) : ActivationTests(app), IClassFixture<PostgresApp>;

public abstract class ManySignInsTests(WebApp app)
{
    [Fact]
    public async Task Five_hundred_good_sign_ins_from_one_address_pass_and_two_hundred_failures_close_it_to_strange_browsers()
    {
        // What other tests of this class failed with is forgotten.
        app.Clock.Move(TimeSpan.FromMinutes(11));
        using var browser = app.Visitor();
        using var known = app.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(known, "YL0005"));
        using var signedOut = await known.PostAsync("/account/session/end", []);

        for (var i = 0; i < 500; i++)
        {
            using var visitor = app.Visitor();
            Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(visitor, "YL0005"));
        }

        for (var i = 0; i < 200; i++)
        {
            using var answer = await browser.PostAsync("/account/session", new() { ["Who"] = $"nobody{i}", ["Password"] = "wrong-password-1" }, tokenFrom: "/account/session");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await SignInAsync(browser, "YL0005"));
        // Who signed in there before is not shut out, but is nobody else for it.
        Assert.Equal(HttpStatusCode.TooManyRequests, await SignInAsync(known, "YL0009"));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(known, "YL0005"));
        app.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Redirect, await SignInAsync(browser, "YL0005"));
    }

    private static async Task<HttpStatusCode> SignInAsync(TestBrowser browser, string who)
    {
        using var answer = await browser.PostAsync("/account/session", new() { ["Who"] = who, ["Password"] = World.Password }, tokenFrom: "/account/session");
        return answer.StatusCode;
    }

    [Fact]
    public async Task Eight_wrong_passwords_lock_the_account_and_say_so()
    {
        using var browser = app.Visitor();
        string text = "";
        for (var i = 0; i < 8; i++)
        {
            using var answer = await browser.PostAsync("/account/session", new() { ["Who"] = "YL0008", ["Password"] = "wrong-password-1" }, tokenFrom: "/account/session");
            text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        Assert.Contains("账号已锁定10分钟", text, StringComparison.Ordinal);
    }
}

public sealed class ManySignInsOnSqlite(SqliteApp app) : ManySignInsTests(app), IClassFixture<SqliteApp>;

public sealed class ManySignInsOnPostgres(PostgresApp app) : ManySignInsTests(app), IClassFixture<PostgresApp>;
