using System.Text.RegularExpressions;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.People;

public abstract partial class RosterTests(WebApp app)
{
    private static readonly string School32 = WorldIds.CodeOf(SmallWorld.School32);

    [Fact]
    public async Task Sorts_by_a_column_both_ways_keeps_what_else_was_asked_and_exports_in_that_order()
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);
        var path = $"/organizations/{School32}";

        var own = await browser.ReadAsync(path);
        var up = await browser.ReadAsync($"{path}?sort=StaffNumber&asOf=2026-10-01");
        var down = await browser.ReadAsync($"{path}?sort=StaffNumber.down&asOf=2026-10-01");
        var file = await browser.ReadAsync($"{path}/people.csv?sort=StaffNumber.down");

        Assert.Equal(["YL0005", "YL0006", "YL0004", "YL0007", "YL0008"], NumbersOf(own));
        Assert.Equal(["YL0004", "YL0005", "YL0006", "YL0007", "YL0008"], NumbersOf(up));
        Assert.Equal(["YL0008", "YL0007", "YL0006", "YL0005", "YL0004"], NumbersOf(down));
        Assert.Equal(NumbersOf(down), Number().Matches(file).Select(found => found.Value));
        Assert.Contains("aria-sort=\"ascending\"", own, StringComparison.Ordinal);
        Assert.Contains("aria-sort=\"descending\"", down, StringComparison.Ordinal);
        Assert.Contains($"{path}?asOf=2026-10-01&sort=StaffNumber.down#people", up, StringComparison.Ordinal);
        Assert.Contains("name=\"sort\" value=\"StaffNumber.down\"", down, StringComparison.Ordinal);
        Assert.Contains($"{path}?state=Former&asOf=2026-10-01&sort=StaffNumber.down#people", down, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sort=Name")]
    [InlineData("sort=Position.down")]
    [InlineData("sort=From.down")]
    [InlineData("sort=Employment")]
    [InlineData("sort=Account")]
    [InlineData("sort=Phone")]
    [InlineData("sort=99&state=99&asOf=yesterday&position=nobody&page=-1")]
    [InlineData("page=900")]
    public async Task Every_order_lists_the_same_people_and_what_cannot_be_read_is_left_aside(string query)
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        var page = await browser.ReadAsync($"/organizations/{School32}?{query}");

        Assert.Equal(["YL0004", "YL0005", "YL0006", "YL0007", "YL0008"], NumbersOf(page).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("StaffNumber.down")]
    [InlineData("Account.down")]
    [InlineData("Issued.down")]
    [InlineData("Nonsense")]
    public async Task Sorts_those_for_whom_slips_can_be_printed(string sort)
    {
        using var browser = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        var page = await browser.ReadAsync($"/organizations/{School32}/slips?sort={sort}");

        Assert.Equal(5, NumbersOf(page).Count);
        Assert.Contains("aria-sort=", page, StringComparison.Ordinal);
    }

    private static List<string> NumbersOf(string page) => [.. Number().Matches(page[page.IndexOf("<tbody>", StringComparison.Ordinal)..]).Select(found => found.Value)];

    [GeneratedRegex("YL[0-9]{4}")]
    private static partial Regex Number();
}

public sealed class RosterOnSqlite(SqliteApp app) : RosterTests(app), IClassFixture<SqliteApp>;

public sealed class RosterOnPostgres(PostgresApp app) : RosterTests(app), IClassFixture<PostgresApp>;
