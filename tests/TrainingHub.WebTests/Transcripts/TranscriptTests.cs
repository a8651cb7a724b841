using System.Net;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Completions;
using TrainingHub.WebTests.Coverage;

namespace TrainingHub.WebTests.Transcripts;

/// <summary>Training files and score sheets, on screen and on paper.</summary>
public abstract class TranscriptTests(WebApp app)
{
    private static readonly Guid Vice = TrainingSteps.IdOf(SmallWorld.VicePrincipal);
    private static readonly string School = WorldIds.CodeOf(SmallWorld.School32);

    [Fact]
    public async Task Says_when_what_how_long_and_with_what_result()
    {
        using var own = await app.SignInAsync(SmallWorld.VicePrincipal);
        using var school = await app.SignInAsync(SmallWorld.SchoolAdministrator);

        var page = CoveragePagesTests.Plain(await own.ReadAsync("/records/transcript"));
        var score = CoveragePagesTests.Plain(await own.ReadAsync("/records/scoresheets/2025"));
        var unit = CoveragePagesTests.Plain(await school.ReadAsync($"/organizations/{School}/scoresheets/2025"));

        Assert.Contains("2025年10月15日", page);
        Assert.Contains("集中培训", page);
        Assert.Contains("《安全生产法》第二十八条", page);
        Assert.Contains("2025年10月15日完成", score);
        Assert.Contains("温以宁 分管安全副校长 1 1", unit);
        Assert.Contains("温以宁,分管安全副校长,1,1", await school.ReadAsync($"/organizations/{School}/scoresheets/2025.csv"));
        foreach (var path in (string[])["/records/transcript.pdf", "/records/scoresheets/2025.pdf"])
        {
            using var pdf = await own.GetAsync(path);
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        }

        using var ofUnit = await school.GetAsync($"/organizations/{School}/scoresheets/2025.pdf");
        using var ofPerson = await school.GetAsync($"/people/{Vice}/transcript.pdf");
        Assert.All([ofUnit, ofPerson], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task Is_for_the_person_and_for_readers_in_reach()
    {
        using var visitor = app.Visitor();
        using var teacher = await app.SignInAsync(SmallWorld.Teacher);
        using var county = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var other = await app.SignInAsync(SmallWorld.WangchuanOfficer);
        string[] ofOthers = [$"/people/{Vice}/transcript", $"/people/{Vice}/transcript.pdf", $"/people/{Vice}/scoresheets/2025", $"/organizations/{School}/scoresheets/2025", $"/organizations/{School}/scoresheets/2025.csv"];

        foreach (var path in ofOthers)
        {
            using var signedOut = await visitor.GetAsync(path);
            using var colleague = await teacher.GetAsync(path);
            using var stranger = await other.GetAsync(path);
            using var reader = await county.GetAsync(path);
            Assert.StartsWith("/account/session", signedOut.Headers.Location?.PathAndQuery);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK), (colleague.StatusCode, stranger.StatusCode, reader.StatusCode));
        }

        foreach (var path in (string[])[$"/people/{Guid.NewGuid()}/transcript", "/organizations/NOWHERE/scoresheets/2025", "/records/scoresheets/2999", "/records/scoresheets/1999", "/records/scoresheets/x"])
        {
            using var unknown = await county.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        }

        Assert.Contains("还没有培训记录", await teacher.ReadAsync("/records/transcript"));
    }
}

public sealed class TranscriptOnSqlite(SqliteApp app) : TranscriptTests(app), IClassFixture<SqliteApp>;

public sealed class TranscriptOnPostgres(PostgresApp app) : TranscriptTests(app), IClassFixture<PostgresApp>;
