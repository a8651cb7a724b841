using System.Net;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Account;

public abstract class SessionTests(WebApp app)
{
    [Fact]
    public async Task Signs_in_by_staff_number()
    {
        using var browser = await app.SignInAsync(SmallWorld.Principal);

        Assert.Contains("沈知南", await browser.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_wrong_password_on_the_same_page()
    {
        using var browser = app.Visitor();

        using var answer = await browser.PostAsync("/account/session", new() { ["Who"] = "YL0001", ["Password"] = "wrong-password-1" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("密码不对", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_healthy_once_migrated()
    {
        using var browser = app.Visitor();

        using var answer = await browser.GetAsync("/health");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}

public sealed class SessionOnSqlite(SqliteApp app) : SessionTests(app), IClassFixture<SqliteApp>;

public sealed class SessionOnPostgres(PostgresApp app) : SessionTests(app), IClassFixture<PostgresApp>;
