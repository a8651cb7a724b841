using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Coverage;
using TrainingHub.WebTests.Quizzes;

namespace TrainingHub.WebTests.Programmes;

/// <summary>A bureau that begins with a roster and nothing else.</summary>
public abstract class FirstProgrammeTests(WebApp app)
{
    private static readonly string City = WorldIds.CodeOf(SmallWorld.City);

    [Fact]
    public async Task From_nothing_to_a_figure_and_a_certificate()
    {
        await ForgetProgrammesAsync();
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        Assert.Contains("先新建培训项目", await officer.ReadAsync("/programmes"));
        Assert.Contains("轮训结业", await officer.ReadAsync("/programmes/new"));

        using var set = await officer.PostAsync("/programmes", new(StringComparer.Ordinal)
        {
            ["Name"] = "全市轮训",
            ["Organization"] = City,
            ["Quiz"] = "rotation-2024",
            ["CycleFrom"] = "2024-01-01",
            ["CycleUntil"] = "2026-12-31",
            ["CertificateTitle"] = "安全轮训证明",
        });
        var form = set.Headers.Location!.OriginalString;
        Assert.Contains("市任务分工第7项", await officer.ReadAsync(form));
        using var counted = await officer.PostAsync(form.Replace("/new", "/presets", StringComparison.Ordinal), new() { ["Preset"] = nameof(PolicyPreset.CityPlanItem7), ["Organization"] = City, ["Source"] = "云岭市实施方案第7条" });
        var figure = counted.Headers.Location!.OriginalString;

        Assert.Contains("应训 19 已训 0 达标需 19", CoveragePagesTests.Plain(await officer.ReadAsync(figure)));
        using var learner = await app.LearnerAsync(SmallWorld.Principal);
        var attempt = await learner.StartAsync();
        await learner.AnswerAllAsync(attempt, await app.KeyAsync(SmallWorld.Principal));
        await learner.HandInAsync(attempt);
        Assert.Contains("应训 19 已训 1 达标需 19", CoveragePagesTests.Plain(await officer.ReadAsync(figure)));
        Assert.Equal(("安全轮训证明", "全市轮训"), await CertificateAsync(SmallWorld.Principal));
    }

    private Task<(string, string)> CertificateAsync(string personKey) => app.WithDbAsync(async db =>
    {
        var person = WorldIds.Of("person", personKey);
        var found = await db.Certificates.Where(c => c.PersonId == person).OrderByDescending(c => c.Id).Select(c => new { c.Title, c.ProgrammeName }).FirstAsync();
        return (found.Title, found.ProgrammeName);
    });

    /// <summary>As on the first day of a real bureau: a roster, but nothing promised and nothing counted.</summary>
    private Task<int> ForgetProgrammesAsync() => app.WithDbAsync(async db =>
    {
        await db.CoverageStandings.ExecuteDeleteAsync();
        await db.CoverageCells.ExecuteDeleteAsync();
        await db.CoverageDues.ExecuteDeleteAsync();
        await db.TargetRules.ExecuteDeleteAsync();
        await db.CoverageTargets.ExecuteDeleteAsync();
        await db.ProgrammeRules.ExecuteDeleteAsync();
        return await db.Programmes.ExecuteDeleteAsync();
    });
}

public sealed class FirstProgrammeOnSqlite(SqliteApp app) : FirstProgrammeTests(app), IClassFixture<SqliteApp>;

public sealed class FirstProgrammeOnPostgres(PostgresApp app) : FirstProgrammeTests(app), IClassFixture<PostgresApp>;
