using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.People.Imports;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using Xunit.Abstractions;

namespace TrainingHub.WebTests.People.Imports;

public abstract class LargeRosterTests(WebApp app, ITestOutputHelper output)
{
    private const int People = 2_000;
    private static readonly string[] Posts = ["教师", "班主任", "门卫", "安全员", "食堂工作人员"];

    [Fact]
    public async Task Of_two_thousand_people_is_imported_in_short_steps_and_changes_nothing_the_second_time()
    {
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);
        var bytes = TestWorkbook.Of([["姓名", "工号", "手机号", "岗位", "任职开始"], .. Enumerable.Range(0, People).Select(n => new object?[]
            { $"{(char)(0x4E00 + n / 100)}{(char)(0x5E00 + n % 100)}", $"L{n:00000}", 13_100_000_000d + n, Posts[n % Posts.Length], new DateOnly(2024, 9, 1) })]);
        output.WriteLine($"file: {bytes.Length / 1024} KB");

        var watch = Stopwatch.StartNew();
        using var answer = await browser.UploadRosterAsync(bytes, "云岭市第五高级中学");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var address = answer.Headers.Location!.OriginalString;
        Tell("upload", watch);
        await app.WorkAsync();
        Tell("compare", watch);
        Assert.Equal(People, Roster.Count(await browser.ReadAsync(address), "Added"));
        Tell("page", watch);

        using var confirmed = await browser.ConfirmAsync(address);
        watch.Restart();
        var steps = await StepsAsync();
        output.WriteLine($"write: {watch.Elapsed.TotalSeconds:0.0} s in {steps.Count} steps, median {steps[steps.Count / 2]:0} ms, p95 {steps[steps.Count * 95 / 100]:0} ms, longest {steps[^1]:0} ms");
        Assert.Equal(People, await app.WithDbAsync(db => db.Memberships.Known().CountAsync(m => m.Reason != null && m.Reason.StartsWith("名册导入"))));

        watch.Restart();
        var again = await browser.ReadAsync(await browser.PreviewAsync(app, bytes, "云岭市第五高级中学"));
        Tell("again", watch);
        Assert.Equal(People, Roster.Count(again, "Unchanged"));
    }

    private async Task<List<double>> StepsAsync()
    {
        var id = await app.InsideAsync(services => services.GetRequiredService<ImportWork>().TakeAsync("test", default));
        var times = new List<double>();
        var hasMore = true;
        while (hasMore)
        {
            var watch = Stopwatch.StartNew();
            hasMore = await app.InsideAsync(services => services.GetRequiredService<ImportWork>().StepAsync(id!.Value, default));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    private void Tell(string what, Stopwatch watch)
    {
        output.WriteLine($"{what}: {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Restart();
    }
}

public sealed class LargeRosterOnSqlite(SqliteApp app, ITestOutputHelper output) : LargeRosterTests(app, output), IClassFixture<SqliteApp>;

public sealed class LargeRosterOnPostgres(PostgresApp app, ITestOutputHelper output) : LargeRosterTests(app, output), IClassFixture<PostgresApp>;
