using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TrainingHub.People.Imports;
using TrainingHub.Seeds;
using TrainingHub.WebTests.Coverage;

namespace TrainingHub.WebTests.People.Imports;

/// <summary>The application as a process of its own, killed in the middle of writing a roster: it goes on by itself, and everything is there once.</summary>
public abstract partial class KilledImportTests(WebApp app)
{
    private const int People = 1000;
    private const string Unit = "云岭市第五高级中学";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Writes_everything_once_though_it_was_killed_half_way()
    {
        // A city may have anything in its schools: every third post counts for a target.
        string[] posts = ["教师", "门卫", "安全员"];
        var bytes = TestWorkbook.Of([["姓名", "工号", "岗位"], .. Enumerable.Range(0, People).Select(n => new object?[]
            { $"{(char)(0x4E00 + n / 100)}{(char)(0x5E00 + n % 100)}", $"KK{n:0000}", posts[n % posts.Length] })]);
        string address;
        int half;

        await using (var first = await RunningApp.StartAsync(app))
        {
            using var browser = await first.SignInAsync(SmallWorld.CityOfficer);
            address = await UploadAsync(browser, bytes);
            await UntilAsync(async () => (await StateAsync(address)) == ImportState.Preview);
            var version = Version().Match(await browser.ReadPageAsync(address)).Groups[1].Value;
            using var confirmed = await browser.PostFormAsync($"{address}/application", ("Version", version), ("HasCheckedRefused", "false"));
            Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
            await UntilAsync(async () => await WrittenAsync() > People / 10);
            await first.KillAsync();
            half = await WrittenAsync();
            Assert.InRange(half, People / 10, People - 1);
            Assert.Equal(half, await app.WithDbAsync(db => db.RosterImports.Select(i => i.Done).SingleAsync()));
            await EndLeaseAsync();
        }

        await using var second = await RunningApp.StartAsync(app);
        using var later = await second.SignInAsync(SmallWorld.CityOfficer);
        await UntilAsync(async () => await StateAsync(address) == ImportState.Applied);

        Assert.Contains($"已写入{People:#,0}项变更", await later.ReadPageAsync(address), StringComparison.Ordinal);
        await AssertOnceAsync();
        var facts = await app.WithDbAsync(db => db.Memberships.CountAsync());
        var again = await UploadAsync(later, bytes);
        await UntilAsync(async () => (await StateAsync(again)) == ImportState.Preview);
        Assert.Equal(People, Roster.Count(await later.ReadPageAsync(again), "Unchanged"));
        Assert.Equal(facts, await app.WithDbAsync(db => db.Memberships.CountAsync()));
    }

    /// <summary>The dead process still has the import, for a minute at most; that minute is not waited for.</summary>
    private Task<int> EndLeaseAsync() => app.WithDbAsync(async db =>
    {
        var import = await db.RosterImports.SingleAsync();
        Assert.NotNull(import.LeaseOwner);
        Assert.InRange(import.LeasedUntil ?? default, DateTime.MinValue, DateTime.UtcNow.AddMinutes(1));
        import.LeasedUntil = DateTime.UtcNow.AddSeconds(-1);
        return await db.SaveChangesAsync();
    });

    private async Task AssertOnceAsync()
    {
        var written = await app.WithDbAsync(db => (
            from person in db.People
            where person.StaffNumber != null && person.StaffNumber.StartsWith("KK")
            join post in db.Memberships on person.Id equals post.PersonId
            where post.SupersededAt == null
            select person.StaffNumber ?? "").ToListAsync());
        Assert.Equal(Enumerable.Range(0, People).Select(n => $"KK{n.ToString("0000", CultureInfo.InvariantCulture)}"), written.Order(StringComparer.Ordinal));
        var (cells, expected) = await app.WithDbAsync(async db =>
        {
            var cells = await db.CoverageCells.AsNoTracking().ToListAsync();
            var recount = await SlowRecount.ReadAsync(db, cells.Max(cell => cell.Day), WorldIds.Of("organization", SmallWorld.City));
            return (new SortedSet<string>(cells.Select(SlowRecount.Line), StringComparer.Ordinal), recount.Cells());
        });
        Assert.Equal(expected, cells);
    }

    private static async Task<string> UploadAsync(HttpClient browser, byte[] bytes)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "File", "名册.xlsx" } };
        foreach (var (name, value) in new[] { ("Unit", Unit), ("IncludesBelow", "true"), ("Mode", "Incremental"), ("EffectiveDay", "2026-10-15"), ("__RequestVerificationToken", await browser.TokenAsync()) })
        {
            content.Add(new StringContent(value), name);
        }

        using var answer = await browser.PostAsync(new Uri("/people/imports", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private Task<int> WrittenAsync() => app.WithDbAsync(db => db.People.CountAsync(p => p.StaffNumber!.StartsWith("KK")));

    private Task<ImportState> StateAsync(string address)
    {
        var number = address.Split('/')[^1];
        return app.WithDbAsync(db => db.RosterImports.Where(i => i.Number == number).Select(i => i.State).SingleAsync());
    }

    // Another process works by itself: there is nothing to move but its own clock.
    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(since.Elapsed < Patience, "The import does not go on.");
            await Task.Delay(20);
        }
    }

    [GeneratedRegex("name=\"Version\" value=\"([0-9]+)\"")]
    private static partial Regex Version();
}

public sealed class KilledImportOnSqlite(SqliteApp app) : KilledImportTests(app), IClassFixture<SqliteApp>;

public sealed class KilledImportOnPostgres(PostgresApp app) : KilledImportTests(app), IClassFixture<PostgresApp>;
