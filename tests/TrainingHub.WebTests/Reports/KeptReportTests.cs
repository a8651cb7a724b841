using System.Net;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Reports;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Completions;

namespace TrainingHub.WebTests.Reports;

/// <summary>A report that is counted stays: people, units, posts, programmes and targets get other names, and its files do not.</summary>
public abstract class KeptReportTests(WebApp app)
{
    private static readonly string City = WorldIds.CodeOf(SmallWorld.City);

    [Fact]
    public async Task Gives_the_same_bytes_whatever_is_renamed_moved_or_chosen_afterwards_and_without_the_name_of_whoever_is_anonymized()
    {
        var school = WorldIds.Of("organization", SmallWorld.WangchuanHigh);
        using var officer = await app.SignInAsync(SmallWorld.CityOfficer);
        await FileFigureAsync();
        var address = await PeriodReportTests.MakeAsync(officer, City, ReportKind.Quarter);
        string[] files = ["document.docx", "workbook.xlsx"];
        var before = await FilesAsync();

        app.Clock.Move(TimeSpan.FromMinutes(1));
        await PeriodReportTests.LeaveAsync(app, school, new DateOnly(2026, 7, 31));
        await app.CompleteAsync(WorldIds.Of("person", SmallWorld.VicePrincipal), Guid.NewGuid());
        using var columns = await officer.PostAsync($"/reports/columns/{City}", PeriodReportTests.Columns("单位全称", "应训人数（人）"));
        await app.WithDbAsync(async db =>
        {
            await db.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, p => "改" + p.Name).SetProperty(p => p.NormalizedName, p => "改" + p.NormalizedName));
            await db.Organizations.ExecuteUpdateAsync(set => set.SetProperty(o => o.Name, o => o.Name + "（更名）"));
            await db.Positions.ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, p => p.Name + "岗"));
            await db.Programmes.ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, p => p.Name + "（新）").SetProperty(p => p.NameEn, p => p.NameEn + " (new)"));
            await db.CoverageTargets.ExecuteUpdateAsync(set => set.SetProperty(t => t.Name, t => t.Name + "（新）").SetProperty(t => t.NameEn, t => t.NameEn + " (new)"));
            return true;
        });
        var after = await FilesAsync();
        var again = PeriodReportTests.Sheets(await PeriodReportTests.BytesAsync(officer, $"{await PeriodReportTests.MakeAsync(officer, City, ReportKind.Quarter)}/workbook.xlsx"));
        await app.WithDbAsync(db => db.RecordNames.Where(n => db.ReportPeople.Any(p => p.NamesId == n.RecordId && p.PersonId == WorldIds.Of("person", SmallWorld.Principal)))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.PersonName, "").SetProperty(n => n.Salt, "")));
        var (was, anonymous) = (PeriodReportTests.Sheets(before[1]), PeriodReportTests.Sheets(await PeriodReportTests.BytesAsync(officer, $"{address}/workbook.xlsx")));

        Assert.Equal(HttpStatusCode.Redirect, columns.StatusCode);
        Assert.Equal(before[0], after[0]);
        Assert.Equal(before[1], after[1]);
        Assert.StartsWith("应训人数（人）|单位全称|", again["分单位"]);
        Assert.Contains("改沈知南", again["名单"]);
        Assert.Equal(was.Keys, anonymous.Keys);
        Assert.All(was.Where(sheet => sheet.Key is not ("名单" or "名册变动和免训")), sheet => Assert.Equal(sheet.Value, anonymous[sheet.Key]));
        Assert.Equal(was["名单"].Replace("|沈知南|", "|已匿名|", StringComparison.Ordinal), anonymous["名单"]);
        Assert.Contains("|已匿名|", anonymous["名单"]);

        async Task<List<byte[]>> FilesAsync()
        {
            List<byte[]> found = [];
            foreach (var file in files)
            {
                found.Add(await PeriodReportTests.BytesAsync(officer, $"{address}/{file}"));
            }

            return found;
        }
    }

    /// <summary>A figure of the city that was filed on paper.</summary>
    private Task<bool> FileFigureAsync() => app.WithDbAsync(async db =>
    {
        db.Add(new ReportedFigure
        {
            Id = Guid.CreateVersion7(),
            TargetId = await db.CoverageTargets.Where(t => t.Slug == "s3-7-2024").Select(t => t.Id).SingleAsync(),
            OrganizationId = WorldIds.Of("organization", SmallWorld.City),
            Counted = 10,
            Covered = 3,
            Day = new(2024, 12, 31),
            DocumentNumber = "云教安〔2025〕1号",
            ScanName = "1.pdf",
            ScanType = "application/pdf",
            ScanHash = "0",
            ScanSize = 1,
            EnteredAt = app.Clock.GetUtcNow().UtcDateTime,
            EnteredBy = WorldIds.Of("person", SmallWorld.CityOfficer),
        });
        await db.SaveChangesAsync();
        return true;
    });
}

public sealed class KeptReportOnSqlite(SqliteApp app) : KeptReportTests(app), IClassFixture<SqliteApp>;

public sealed class KeptReportOnPostgres(PostgresApp app) : KeptReportTests(app), IClassFixture<PostgresApp>;
