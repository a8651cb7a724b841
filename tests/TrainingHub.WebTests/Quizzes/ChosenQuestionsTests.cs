using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Seeds;

namespace TrainingHub.WebTests.Quizzes;

/// <summary>Questions looked for and ticked for an arranged quiz: those on every paper, and those that never meet.</summary>
public abstract partial class ChosenQuestionsTests(WebApp app)
{
    [Fact]
    public async Task Questions_are_found_ticked_kept_with_points_and_taken_away()
    {
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var stranger = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        using var visitor = app.Visitor();
        var slug = await officer.DraftAsync();
        var address = $"/quizzes/{slug}/settings/questions";

        var found = await PostAsync(officer, address, officer.Fields(1, new() { ["Words"] = "消防" }));
        var names = Pick().Matches(found).Select(match => match.Groups["name"].Value).Take(3).ToList();
        var chosen = await PostAsync(officer, $"{address}?add=Fixed", [.. officer.Fields(1, new() { ["PickPoints"] = "7" }), new("Picks", names[0]), new("Picks", names[1])]);
        var paired = await PostAsync(officer, $"{address}?add=Pairs", [.. Rows(officer, names[0]), new("Picks", names[1]), new("Picks", names[2])]);
        var removed = await PostAsync(officer, $"{address}?removeFixed=0", Rows(officer, names[0]));
        using var saved = await officer.PostAsync($"/quizzes/{slug}/settings", [.. Rows(officer, names[0]), new("PairRows[0].First", names[1]), new("PairRows[0].Second", names[2])]);
        using var bad = await officer.PostAsync($"/quizzes/{slug}/settings", [.. officer.Fields(2), new("FixedRows[0].Name", "a/b/c"), new("FixedRows[0].Points", "7")]);
        using var foreign = await stranger.PostAsync(address, officer.Fields(1));
        using var unknown = await officer.PostAsync("/quizzes/ZZZZ2222/settings/questions", officer.Fields(1));
        using var signedOut = await visitor.PostAsync(address, officer.Fields(1), tokenFrom: "/account/session");

        Assert.Equal(3, names.Count);
        Assert.Contains($"name=\"FixedRows[1].Name\" value=\"{names[1]}\"", chosen, StringComparison.Ordinal);
        Assert.Contains("name=\"FixedRows[1].Points\" value=\"7\"", chosen, StringComparison.Ordinal);
        Assert.Contains($"name=\"PairRows[0].Second\" value=\"{names[2]}\"", paired, StringComparison.Ordinal);
        Assert.DoesNotContain("FixedRows[0]", removed, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (saved.StatusCode, bad.StatusCode));
        var page = WebUtility.HtmlDecode(await officer.ReadAsync($"/quizzes/{slug}/settings"));
        Assert.Contains($"name=\"FixedRows[0].Name\" value=\"{names[0]}\"", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"PairRows[0].First\" value=\"{names[1]}\"", page, StringComparison.Ordinal);
        Assert.Contains("\"Rule\":\"Partial\"", await app.WithDbAsync(db => db.ArrangedQuizzes.Where(quiz => quiz.Slug == slug).Select(quiz => quiz.Terms).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (foreign.StatusCode, unknown.StatusCode, signedOut.StatusCode));
    }

    private static List<KeyValuePair<string, string>> Rows(TestBrowser officer, string name) =>
        [.. officer.Fields(1), new("FixedRows[0].Name", name), new("FixedRows[0].Points", 9.ToString(CultureInfo.InvariantCulture)), new("FixedRows[0].Rule", "Partial")];

    private static async Task<string> PostAsync(TestBrowser officer, string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var answer = await officer.PostAsync(path, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"Picks\" value=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pick();
}

public sealed class ChosenQuestionsOnSqlite(SqliteApp app) : ChosenQuestionsTests(app), IClassFixture<SqliteApp>;

public sealed class ChosenQuestionsOnPostgres(PostgresApp app) : ChosenQuestionsTests(app), IClassFixture<PostgresApp>;
