using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TrainingHub.Certificates;
using TrainingHub.Completions;
using TrainingHub.Organizations;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.WebTests.Completions;

public abstract class CompletionTests(WebApp app)
{
    [Fact]
    public async Task Leaves_nothing_when_it_breaks_after_the_record()
    {
        var person = (await app.AddPeopleAsync(1, "断点"))[0];
        var before = await RowsAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.InsideAsync(services => new CompleteTraining(
                services.GetRequiredService<Db>(), services.GetRequiredService<Transactions>(), new BrokenFigures(),
                services.GetRequiredService<IssueCertificate>(), services.GetRequiredService<ReviewQuery>(), services.GetRequiredService<CorrectionQuery>(), services.GetRequiredService<TellRevoked>(), services.GetRequiredService<Ids>(), services.GetRequiredService<DayClock>(),
                NullLogger<CompleteTraining>.Instance)
            .RunAsync(TrainingSteps.CompletionOf(person, Guid.NewGuid(), new(2026, 10, 15)), default)));

        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Leaves_nothing_when_its_caller_breaks_afterwards()
    {
        var person = (await app.AddPeopleAsync(1, "断点"))[0];
        var before = await RowsAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.InsideAsync(services => services.GetRequiredService<Transactions>().RunAsync(async cancel =>
        {
            await services.GetRequiredService<CompleteTraining>().RunAsync(TrainingSteps.CompletionOf(person, Guid.NewGuid(), new(2026, 10, 15)), cancel);
            throw new InvalidOperationException("Broken on purpose.");
        }, default)));

        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Completes_an_attempt_once_however_many_ask_at_once()
    {
        var person = (await app.AddPeopleAsync(1, "并发"))[0];
        var attempt = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => app.CompleteAsync(person, attempt))));

        var record = Assert.Single(await app.WithDbAsync(db => db.TrainingRecords.Where(r => r.PersonId == person).ToListAsync()));
        Assert.Equal(1, await app.WithDbAsync(db => db.Certificates.CountAsync(c => c.PersonId == person)));
        Assert.Equal(1, await app.WithDbAsync(db => db.RecordNames.CountAsync(n => n.PersonName == "并发")));
        Assert.All(answers, answer => Assert.Equal(record.Id, Assert.Single(answer).Id));
        await AssertNoGapsAsync();
    }

    [Fact]
    public async Task Numbers_certificates_without_gaps_however_many_pass_at_once()
    {
        var people = await app.AddPeopleAsync(50, "众人");

        await Task.WhenAll(people.Select(person => Task.Run(() => app.CompleteAsync(person, Guid.NewGuid()))));

        Assert.Equal(50, await app.WithDbAsync(db => db.Certificates.CountAsync(c => people.Contains(c.PersonId))));
        await AssertNoGapsAsync();
    }

    [Fact]
    public async Task Gives_another_record_for_another_attempt()
    {
        var person = (await app.AddPeopleAsync(1, "再考"))[0];

        await app.CompleteAsync(person, Guid.NewGuid());
        await app.CompleteAsync(person, Guid.NewGuid());

        Assert.Equal(2, await app.WithDbAsync(db => db.TrainingRecords.CountAsync(r => r.PersonId == person)));
    }

    [Fact]
    public async Task Hashes_and_digests_hold_after_a_reload()
    {
        // Finer than the databases store: it must have been cut before it was hashed.
        app.Clock.Move(TimeSpan.FromTicks(12_345_678_9));
        var person = (await app.AddPeopleAsync(1, "微秒"))[0];
        await app.CompleteAsync(person, Guid.NewGuid());

        var records = await app.WithDbAsync(db => db.TrainingRecords.AsNoTracking().ToListAsync());
        var names = await app.WithDbAsync(db => db.RecordNames.AsNoTracking().ToDictionaryAsync(n => n.RecordId));

        Assert.Contains(records, record => record.PersonId == person);
        Assert.All(records, record => Assert.Equal(record.HashContent(), record.ContentHash));
        Assert.All(records, record => Assert.Equal(names[record.Id].Digest(), record.NamesDigest));
    }

    private Task<(int, int, int, string)> RowsAsync() => app.WithDbAsync(async db => (
        await db.TrainingRecords.CountAsync(), await db.RecordNames.CountAsync(), await db.Certificates.CountAsync(),
        string.Join(' ', await db.SerialCounters.AsNoTracking().OrderBy(c => c.Prefix).Select(c => c.Prefix + "=" + c.Last).ToListAsync())));

    private async Task AssertNoGapsAsync()
    {
        var serials = await app.WithDbAsync(db => db.Certificates.Select(c => c.Serial).ToListAsync());
        Assert.All(serials, serial => Assert.True(Serial.IsPlausible(serial), serial));
        foreach (var series in serials.GroupBy(serial => string.Join('-', serial.Split('-')[..4])))
        {
            var numbers = series.Select(serial => int.Parse(serial.Split('-')[4], CultureInfo.InvariantCulture)).Order().ToList();
            Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
            Assert.Equal(numbers.Count, await app.WithDbAsync(db => db.SerialCounters.Where(c => c.Prefix == series.Key).Select(c => c.Last).SingleAsync()));
        }
    }

    private sealed class BrokenFigures : IFigures
    {
        public Task CountAgainAsync(FactsChanged changed, CancellationToken cancel) => throw new InvalidOperationException("Broken on purpose.");

        public Task CountSoonAsync(IReadOnlyCollection<Guid> organizations, CancellationToken cancel) => throw new InvalidOperationException("Broken on purpose.");
    }
}

public sealed class CompletionOnSqlite(SqliteApp app) : CompletionTests(app), IClassFixture<SqliteApp>;

public sealed class CompletionOnPostgres(PostgresApp app) : CompletionTests(app), IClassFixture<PostgresApp>;
