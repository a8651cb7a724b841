using System.Data;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Quizzes;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Databases;

/// <summary>SQLite: a context's connection stays open, and its statements prepared.</summary>
public sealed class KeptConnectionTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private const string Slug = "kept-connection";

    [Fact]
    public Task A_query_is_answered_anew_each_time() => app.WithDbAsync(async db =>
    {
        var people = await db.People.OrderBy(person => person.Id).Take(3).Select(person => person.Id).ToListAsync();

        foreach (var id in people.Concat(people))
        {
            Assert.Equal(id, await db.People.Where(person => person.Id == id).Select(person => person.Id).SingleAsync());
        }

        Assert.Equal(ConnectionState.Open, db.Database.GetDbConnection().State);
        Assert.Equal(0, await CountAsync(db));
        await app.WithDbAsync(async other =>
        {
            other.Add(new MarkingRule { Id = Guid.CreateVersion7(), QuizSlug = Slug, IsDouble = true, MostApart = 2, SetAt = DateTime.UnixEpoch, SetBy = people[0] });
            await other.SaveChangesAsync();
            return true;
        });
        Assert.Equal(1, await CountAsync(db));
        return true;
    });

    [Fact]
    public Task The_same_query_may_run_inside_itself() => app.WithDbAsync(async db =>
    {
        var people = db.People.AsNoTracking().OrderBy(person => person.Id).Take(3);
        var seen = new List<int>();

        await foreach (var _ in people.AsAsyncEnumerable())
        {
            seen.Add(await people.AsAsyncEnumerable().CountAsync());
        }

        Assert.Equal([3, 3, 3], seen);
        return true;
    });

    private static Task<int> CountAsync(Db db) => db.Set<MarkingRule>().CountAsync(rule => rule.QuizSlug == Slug);
}
