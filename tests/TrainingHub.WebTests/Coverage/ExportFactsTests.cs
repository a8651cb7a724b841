using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Coverage;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.WebTests.Completions;

namespace TrainingHub.WebTests.Coverage;

/// <summary>The exported files alone, read as text and counted by their written definition, give the figures that the application shows.</summary>
public abstract class ExportFactsTests(WebApp app) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("export").FullName;

    [Fact]
    public async Task Figures_follow_from_the_files_alone()
    {
        var rows = await app.InsideAsync(services => services.GetRequiredService<ExportFacts>().RunAsync(_folder, hasNames: false, default));

        Assert.Equal(ExportFacts.Files.Skip(1), rows.Keys);
        AssertFiguresFollow();
        Assert.All(Read("people.csv"), person => Assert.Equal("", person["name"]));
        Assert.Contains($"导出日：{Today}", await File.ReadAllTextAsync(Path.Combine(_folder, "definition.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leave_departures_and_mergers_are_in_the_files_and_the_figures_still_follow()
    {
        using var city = await app.SignInAsync(SmallWorld.CityOfficer);
        await SnapshotTests.FreezeAsync(app, city, "s3-7-2026", "2026-10-14");
        // What follows was not known then.
        app.Clock.Move(TimeSpan.FromMinutes(1));
        using var browser = await app.SignInAsync(SmallWorld.LinxiOfficer);
        var (head, gone, old) = (WorldIds.Of("person", SmallWorld.Principal), WorldIds.Of("person", SmallWorld.Responsible), WorldIds.CodeOf(SmallWorld.Binhe));
        var target = await app.WithDbAsync(db => db.CoverageTargets.Where(t => t.Slug == "s3-7-2026").Select(t => t.Id).SingleAsync());
        await PostAsync($"/people/{head}/leaves", new() { ["Kind"] = "LongSickLeave", ["From"] = "2026-10-01", ["Until"] = "2026-12-31", ["Targets"] = target.ToString() });
        var asked = await app.WithDbAsync(db => db.Exclusions.Known().Where(e => e.PersonId == head).Select(e => e.Id).SingleAsync());
        await PostAsync($"/coverage/s3-7-2026/exclusions/{asked}/decision", new() { ["isApproved"] = "true" }, from: $"/people/{head}/leaves");
        await PostAsync($"/people/{gone}/departure", new() { ["Kind"] = "Retirement", ["Until"] = "2026-10-14" });
        await PostAsync($"/organizations/{old}/merger", new() { ["Into"] = "临溪区第三十二中学", ["From"] = "2026-10-15" });

        await app.InsideAsync(services => services.GetRequiredService<ExportFacts>().RunAsync(_folder, hasNames: false, default));

        var leaves = Current("leaves.csv");
        Assert.Equal(["LongSickLeave 2026-10-01 2026-12-31"], leaves.Where(row => Is(row["person"], $"{head:N}")).Select(row => $"{row["kind"]} {row["from"]} {row["until"]}"));
        var departure = Assert.Single(leaves, row => Is(row["person"], $"{gone:N}"));
        Assert.Equal("Retirement 2026-10-15 ", $"{departure["kind"]} {departure["from"]} {departure["until"]}");
        var memberships = Current("memberships.csv");
        Assert.DoesNotContain(memberships, row => Is(row["person"], $"{gone:N}") && Is(row["organization"], departure["organization"]) && Holds(row, departure["from"]));
        var merger = Assert.Single(Read("mergers.csv"));
        Assert.Equal([(old, "2026-10-15")], Read("organizations.csv").Where(row => Is(row["organization"], merger["organization"])).Select(row => row["code"]).Distinct(StringComparer.Ordinal).Select(code => (code, merger["from"])));
        Assert.DoesNotContain(memberships, row => Is(row["organization"], merger["organization"]) && Holds(row, merger["from"]));
        Assert.Contains(memberships, row => Is(row["organization"], merger["successor"]) && Is(row["person"], $"{WorldIds.Of("person", SmallWorld.BinhePrincipal):N}") && Is(row["from"], merger["from"]));
        Assert.Contains(Read("figures.csv"), row => Is(row["target"], $"{target:N}") && !Is(row["excluded"], "0"));
        AssertFiguresFollow();
        AssertSnapshotsFollow();
        Assert.NotEqual(memberships.Count, Read("memberships.csv").Count);

        async Task PostAsync(string path, Dictionary<string, string> fields, string? from = null)
        {
            var form = (await browser.ReadAsync(from ?? path)).Split("name=\"Version\" value=\"");
            using var answer = await browser.PostAsync(path, new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["Version"] = form.Length > 1 ? form[1].Split('"')[0] : "" }, from ?? path);
            Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_record_says_when_it_was_entered_and_when_it_was_revoked()
    {
        var record = Assert.Single(await app.CompleteAsync(WorldIds.Of("person", SmallWorld.Teacher), Guid.NewGuid()));
        app.Clock.Move(TimeSpan.FromMinutes(1));
        using var officer = await app.SignInAsync(SmallWorld.LinxiOfficer);
        using var revoked = await officer.PostAsync($"/records/{record.Id}/revocation", new() { ["Reason"] = "登记有误，撤销" });

        await app.InsideAsync(services => services.GetRequiredService<ExportFacts>().RunAsync(_folder, hasNames: false, default));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, revoked.StatusCode);
        var row = Assert.Single(Read("records.csv"), row => Is(row["record"], $"{record.Id:N}"));
        Assert.Equal("", row["restores"]);
        Assert.True(DateTime.Parse(row["recordedAt"], CultureInfo.InvariantCulture) < DateTime.Parse(row["revokedAt"], CultureInfo.InvariantCulture));
        Assert.Contains(Read("records.csv"), other => Is(other["revokedAt"], ""));
    }

    [Fact]
    public async Task Names_come_only_when_asked_for()
    {
        await app.InsideAsync(services => services.GetRequiredService<ExportFacts>().RunAsync(_folder, hasNames: true, default));

        Assert.All(Read("people.csv"), person => Assert.NotEqual("", person["name"]));
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static string Today => DateOnly.FromDateTime(TestClock.Start.UtcDateTime.AddHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void AssertFiguresFollow()
    {
        AssertSame(Read("figures.csv"), Recount(Today, "9999", null), row => row["target"]);
    }

    /// <summary>Frozen figures follow from the rows that were known at their moment.</summary>
    private void AssertSnapshotsFollow()
    {
        var snapshots = Read("snapshots.csv");
        Assert.NotEmpty(snapshots);
        foreach (var snapshot in snapshots)
        {
            AssertSame(Read("snapshotfigures.csv").FindAll(row => Is(row["snapshot"], snapshot["snapshot"])), Recount(snapshot["day"], snapshot["moment"], snapshot["target"]), _ => snapshot["target"]);
        }
    }

    private static void AssertSame(List<Row> figures, Dictionary<string, string> recounted, Func<Row, string> targetOf)
    {
        var shown = figures.Where(row => !Is(row["counted"], "0") || !Is(row["excluded"], "0")).ToDictionary(
            row => $"{targetOf(row)} {row["organization"]} {row["post"]}", row => $"{row["counted"]} {row["covered"]} {row["excluded"]}", StringComparer.Ordinal);
        Assert.NotEmpty(shown);
        Assert.Equal(shown.OrderBy(cell => cell.Key, StringComparer.Ordinal), recounted.OrderBy(cell => cell.Key, StringComparer.Ordinal));
    }

    /// <summary>By the rows known at a moment; "9999": all that is known.</summary>
    private Dictionary<string, string> Recount(string today, string moment, string? only)
    {
        List<Row> Known(string file) => Read(file).FindAll(row => NotAfter(row["recordedAt"], moment) && (row["supersededAt"].Length is 0 || !NotAfter(row["supersededAt"], moment)));
        var (targets, memberships, exclusions, programmes) = (Known("targets.csv").FindAll(row => only is null || Is(row["target"], only)), Known("memberships.csv"), Known("exclusions.csv"), Known("programmes.csv"));
        var records = Read("records.csv").FindAll(row => NotAfter(row["recordedAt"], moment) && (row["revokedAt"].Length is 0 || !NotAfter(row["revokedAt"], moment)));
        var (posts, units, paths) = (Known("positions.csv").ToLookup(row => row["position"]), Known("organizations.csv").ToLookup(row => row["organization"]), Known("paths.csv").ToLookup(row => row["descendant"]));
        var cells = new Dictionary<string, (int Counted, int Covered, int Excluded)>(StringComparer.Ordinal);
        foreach (var target in targets.Where(target => Holds(target, today)))
        {
            var (roster, cutOff) = (Earlier(target["rosterDay"], today), Earlier(target["cutOffDay"], today));
            foreach (var person in memberships.GroupBy(row => row["person"], StringComparer.Ordinal))
            {
                var now = person.Where(row => Qualifies(row, cutOff)).ToList();
                if (now.Count is 0 || !person.Any(row => Qualifies(row, roster)))
                {
                    continue;
                }

                var place = now.OrderBy(row => Is(row["primary"], "yes") ? 0 : 1).ThenBy(row => row["from"], StringComparer.Ordinal).ThenBy(row => row["membership"], StringComparer.Ordinal).First();
                var post = PostOf(place, cutOff) ?? "";
                var key = $"{target["target"]} {place["organization"]} {post}";
                var cell = cells.GetValueOrDefault(key);
                var isExcluded = exclusions.Any(row => Is(row["person"], person.Key) && Is(row["target"], target["target"]) && Holds(row, cutOff));
                var isCovered = records.Any(row => Is(row["person"], person.Key) && Covers(row, post, person));
                cells[key] = isExcluded ? cell with { Excluded = cell.Excluded + 1 } : (cell.Counted + 1, cell.Covered + (isCovered ? 1 : 0), cell.Excluded);
            }

            bool Qualifies(Row row, string day) =>
                Holds(row, day) && Names(row["employment"], target["employments"]) && Names(PostOf(row, day) ?? "", target["posts"])
                && paths[row["organization"]].Any(path => Is(path["ancestor"], target["setter"]) && Holds(path, day))
                && units[row["organization"]].Any(unit => Holds(unit, day) && Names(unit["kind"], target["kinds"])
                    && Words(target["required"]).All(flag => Words(unit["flags"]).Contains(flag, StringComparer.Ordinal))
                    && !Words(target["excluded"]).Intersect(Words(unit["flags"]), StringComparer.Ordinal).Any());

            bool Covers(Row record, string post, IEnumerable<Row> held) =>
                Is(record["programme"], target["programme"])
                && NotAfter(target["windowFrom"], record["completionDay"]) && NotAfter(record["completionDay"], target["windowUntil"]) && NotAfter(record["completionDay"], cutOff)
                && (Is(target["onlyWhileValid"], "no") || record["validUntil"].Length is 0 || NotAfter(cutOff, record["validUntil"]))
                && (!programmes.Any(row => Is(row["programme"], target["programme"]) && Holds(row, cutOff) && Is(row["onlyWhileInPost"], "yes"))
                    || held.Any(row => Holds(row, record["completionDay"]) && Is(PostOf(row, record["completionDay"]) ?? "", post)));
        }

        return cells.ToDictionary(cell => cell.Key, cell => $"{cell.Value.Counted} {cell.Value.Covered} {cell.Value.Excluded}", StringComparer.Ordinal);

        string? PostOf(Row membership, string day) => posts[membership["position"]].FirstOrDefault(row => Holds(row, day))?["post"];
    }

    private List<Row> Current(string file) => Read(file).FindAll(row => row["supersededAt"].Length is 0);

    private List<Row> Read(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(_folder, file)).Select(Fields).ToList();
        return lines.Skip(1).Select(values => new Row(lines[0].Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))).ToList();
    }

    private static string[] Fields(string line) =>
        [.. System.Text.RegularExpressions.Regex.Matches(line, "(?:^|,)(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<plain>[^,]*))", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))
            .Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups["plain"].Value)];

    // Days as yyyy-MM-dd are in order as text.
    private static bool NotAfter(string one, string other) => string.CompareOrdinal(one, other) <= 0;

    private static string Earlier(string one, string other) => NotAfter(one, other) ? one : other;

    private static bool Holds(Row row, string day) => NotAfter(row["from"], day) && (row["until"].Length is 0 || NotAfter(day, row["until"]));

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static bool Names(string name, string among) => Is(among, "All") || Words(among).Contains(name, StringComparer.Ordinal);

    private static IEnumerable<string> Words(string names) => names.Split(' ').Where(name => !Is(name, "None"));

    private sealed record Row(Dictionary<string, string> Values)
    {
        public string this[string column] => Values[column];
    }
}

public sealed class ExportFactsOnSqlite(SqliteApp app) : ExportFactsTests(app), IClassFixture<SqliteApp>;

public sealed class ExportFactsOnPostgres(PostgresApp app) : ExportFactsTests(app), IClassFixture<PostgresApp>;
