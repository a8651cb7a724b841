using System.Globalization;
using System.Net;

namespace TrainingHub.WebTests.Verify;

public abstract class VerifyLimitTests(WebApp app)
{
    [Fact]
    public async Task Refuses_the_thirty_first_check_of_a_minute_but_no_other_page()
    {
        using var visitor = app.Visitor();
        List<HttpStatusCode> answers = [];
        // A minute of real time may end in between: then the count begins anew, once.
        HttpResponseMessage last;
        do
        {
            last = await visitor.GetAsync("/verify/ZZZZZZZZZZZZZZZZ");
            answers.Add(last.StatusCode);
        }
        while (last.StatusCode == HttpStatusCode.NotFound && answers.Count < 61);

        using (last)
        {
            Assert.InRange(answers.Count, 31, 61);
            Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
            Assert.InRange(int.Parse(last.Headers.NonValidated["Retry-After"].ToString(), CultureInfo.InvariantCulture), 1, 60);
            Assert.Contains("操作太频繁", WebUtility.HtmlDecode(await last.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        using var form = await visitor.GetAsync("/verify");
        using var home = await visitor.GetAsync("/account/session");
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }
}

public sealed class VerifyLimitOnSqlite(SqliteApp app) : VerifyLimitTests(app), IClassFixture<SqliteApp>;

public sealed class VerifyLimitOnPostgres(PostgresApp app) : VerifyLimitTests(app), IClassFixture<PostgresApp>;
