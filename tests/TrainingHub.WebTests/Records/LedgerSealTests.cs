using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.WebTests.Completions;

namespace TrainingHub.WebTests.Records;

public abstract class LedgerSealTests(WebApp app)
{
    private static readonly Dictionary<int, string> NoAnchors = [];

    [Fact]
    public async Task Proves_what_was_sealed_and_finds_each_way_to_falsify_it()
    {
        await app.InsideAsync(SealAllAsync);
        Assert.Empty(await VerifyAsync(NoAnchors));

        var people = await app.AddPeopleAsync(3, "封存");
        List<TrainingRecord> records = [];
        foreach (var person in people)
        {
            records.Add(Assert.Single(await app.CompleteAsync(person, Guid.NewGuid())));
        }

        await app.InsideAsync(services => AppendRevocationAsync(services, records[2].Id, people[2]));
        await app.InsideAsync(SealAllAsync);
        var last = await app.WithDbAsync(db => db.LedgerSeals.OrderByDescending(seal => seal.Number).FirstAsync());
        Assert.Equal(4, last.Rows);
        Assert.Empty(await VerifyAsync(new Dictionary<int, string> { [last.Number] = last.Digest[..12] }));

        // Nothing is sealed twice.
        Assert.Equal(0, (await app.InsideAsync(services => services.GetRequiredService<SealLedger>().RunAsync(SealStart.Everything, default))).Rows);

        Assert.Equal([new LedgerFault.AnchorDiffers(last.Number), new LedgerFault.AnchorDiffers(last.Number + 7)],
            await VerifyAsync(new Dictionary<int, string> { [last.Number] = "00000000", [last.Number + 7] = "11111111" }));
        await FalsifyAsync($"UPDATE \"RecordNames\" SET \"PersonName\" = '别人' WHERE \"RecordId\" = {{0}}", records[0].Id, "RecordNames");
        await FalsifyAsync($"UPDATE \"TrainingRecords\" SET \"CreditMinutes\" = 9000 WHERE \"Id\" = {{0}}", records[1].Id, "TrainingRecords");
        await FalsifyAsync($"DELETE FROM \"Revocations\" WHERE \"RecordId\" = {{0}}", records[2].Id, "Revocations");

        var faults = await VerifyAsync(NoAnchors);

        Assert.Contains(new LedgerFault.NamesDiffer(records[0].Id), faults);
        Assert.Contains(new LedgerFault.RecordAltered(records[1].Id), faults);
        Assert.Single(faults.OfType<LedgerFault.RowMissing>(), fault => fault.Kind is LedgerRowKind.Revocation && fault.Number == last.Number);
        Assert.Contains(new LedgerFault.RowsDiffer(last.Number), faults);
        Assert.Equal(4, faults.Count);
    }

    [Fact]
    public async Task Shows_officers_the_last_seal()
    {
        await app.InsideAsync(SealAllAsync);
        var last = await app.WithDbAsync(db => db.LedgerSeals.OrderByDescending(seal => seal.Number).FirstAsync());
        using var browser = await app.SignInAsync(SmallWorld.CityOfficer);

        Assert.Contains(last.Digest, await browser.ReadAsync("/ledger"), StringComparison.Ordinal);
    }

    private static async Task SealAllAsync(IServiceProvider services)
    {
        var seal = services.GetRequiredService<SealLedger>();
        var (rows, next) = await seal.RunAsync(SealStart.Everything, default);
        while (rows > 0)
        {
            (rows, next) = await seal.RunAsync(next, default);
        }
    }

    private static async Task AppendRevocationAsync(IServiceProvider services, Guid recordId, Guid by)
    {
        var (db, ids) = (services.GetRequiredService<Db>(), services.GetRequiredService<Ids>());
        db.Revocations.Add(new Revocation { Id = ids.Next(), RecordId = recordId, RecordedAt = TestClock.Start.UtcDateTime, RecordedBy = by, Reason = "登记有误" });
        await db.SaveChangesAsync();
    }

    private Task<List<LedgerFault>> VerifyAsync(IReadOnlyDictionary<int, string> anchors) => app.InsideAsync(async services =>
    {
        List<LedgerFault> faults = [];
        await foreach (var fault in services.GetRequiredService<VerifyLedger>().RunAsync(anchors, default))
        {
            faults.Add(fault);
        }

        return faults;
    });

    // As somebody would who has the database in his hands.
    private async Task FalsifyAsync(string statement, Guid id, string table)
    {
        await app.WithDbAsync(async db =>
        {
            string[] disarm = db.IsPostgres
                ? [$"ALTER TABLE \"{table}\" DISABLE TRIGGER USER"]
                : [$"DROP TRIGGER IF EXISTS \"{table}_no_update\"", $"DROP TRIGGER IF EXISTS \"{table}_no_delete\""];
            foreach (var command in disarm)
            {
                await db.Database.ExecuteSqlRawAsync(command);
            }

            return await db.Database.ExecuteSqlRawAsync(statement, id);
        });
    }
}

public sealed class LedgerSealOnSqlite(SqliteApp app) : LedgerSealTests(app), IClassFixture<SqliteApp>;

public sealed class LedgerSealOnPostgres(PostgresApp app) : LedgerSealTests(app), IClassFixture<PostgresApp>;
