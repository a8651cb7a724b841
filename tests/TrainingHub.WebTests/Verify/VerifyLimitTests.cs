using System.Globalization;
using System.Net;

namespace TrainingHub.WebTests.Verify;

public abstract class VerifyLimitTests(WebApp app)
{
    [Fact]
    public async Task Refuses_the_thirty_first_check_of_a_minute_but_no_other_page()
    {
        app.Clock.Move(TimeSpan.FromHours(2));
        using var visitor = app.Visitor();
        await CheckAsync(visitor, 30);

        using var refused = await visitor.GetAsync("/verify/ZZZZZZZZZZZZZZZZ");
        using var form = await visitor.GetAsync("/verify");
        using var home = await visitor.GetAsync("/account/session");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(60, RetryAfter(refused));
        Assert.Contains("操作太频繁", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);

        app.Clock.Move(TimeSpan.FromMinutes(1));
        await CheckAsync(visitor, 1);
    }

    [Fact]
    public async Task Refuses_the_three_hundred_and_first_check_of_an_hour()
    {
        app.Clock.Move(TimeSpan.FromHours(2));
        using var visitor = app.Visitor();
        for (var minute = 0; minute < 10; minute++)
        {
            await CheckAsync(visitor, 30);
            app.Clock.Move(TimeSpan.FromMinutes(2));
        }

        using var refused = await visitor.GetAsync("/verify/ZZZZZZZZZZZZZZZZ");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        // The first thirty leave the hour after forty more minutes.
        Assert.Equal(40 * 60, RetryAfter(refused));

        app.Clock.Move(TimeSpan.FromMinutes(40) - TimeSpan.FromSeconds(1));
        using var early = await visitor.GetAsync("/verify/ZZZZZZZZZZZZZZZZ");
        Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        app.Clock.Move(TimeSpan.FromSeconds(1));
        await CheckAsync(visitor, 30);
    }

    private static async Task CheckAsync(TestBrowser visitor, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await visitor.GetAsync("/verify/ZZZZZZZZZZZZZZZZ");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private static int RetryAfter(HttpResponseMessage answer) => int.Parse(answer.Headers.NonValidated["Retry-After"].ToString(), CultureInfo.InvariantCulture);
}

public sealed class VerifyLimitOnSqlite(SqliteApp app) : VerifyLimitTests(app), IClassFixture<SqliteApp>;

public sealed class VerifyLimitOnPostgres(PostgresApp app) : VerifyLimitTests(app), IClassFixture<PostgresApp>;
