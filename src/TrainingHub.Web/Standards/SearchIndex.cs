using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>
/// Full-text search that is the same on both databases: the words are cut before they are stored, and each database's own index keeps
/// them (SQLite: FTS5 over the table's rows; PostgreSQL: GIN over tsvector).
/// </summary>
public sealed class SearchIndex(Db db)
{
    /// <summary>Puts the entries in the place of those of the same group. Part of the caller's transaction.</summary>
    public async Task ReplaceAsync(SearchKind kind, string group, IEnumerable<SearchEntry> entries, CancellationToken cancel)
    {
        await db.SearchEntries.Where(entry => entry.Kind == kind && entry.Group == group).ExecuteDeleteAsync(cancel);
        db.SearchEntries.AddRange(entries);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>
    /// What was found, the better the lower the rank: a word in a title weighs ten times as much. All words have to occur, each as a
    /// whole run of characters. Null when there is nothing to look for.
    /// </summary>
    public IQueryable<SearchHit>? Find(string typed)
    {
        var runs = TextGrams.Query(typed);
        if (runs.Count == 0)
        {
            return null;
        }

        // Words consist of letters and digits alone, so the quotes hold.
        if (db.IsPostgres)
        {
            var query = string.Join(" & ", runs.Select(run => $"({string.Join(" <-> ", run.Select((word, index) => index + 1 == run.Count ? $"'{word}':*" : $"'{word}'"))})"));
            return db.Database.SqlQueryRaw<SearchHit>(
                $$"""
                SELECT "Kind", "Group", "Key", "Title", "ReadersId", "Id",
                    -ts_rank(ARRAY[0.1, 0.1, 0.1, 1.0]::real[], {{WordIndex.PostgresWords}}, to_tsquery('simple', {0}))::float8 AS "Rank"
                FROM "SearchEntries" WHERE {{WordIndex.PostgresWords}} @@ to_tsquery('simple', {0})
                """, query);
        }

        // CROSS JOIN keeps the order: SQLite would otherwise walk all rows of a group and ask the index for each.
        var match = string.Join(" AND ", runs.Select(run => $"\"{string.Join(' ', run)}\" *"));
        return db.Database.SqlQueryRaw<SearchHit>(
            """
            SELECT e."Kind", e."Group", e."Key", e."Title", e."ReadersId", e."Id", bm25("SearchWords", 10.0, 1.0) AS "Rank"
            FROM "SearchWords" CROSS JOIN "SearchEntries" e ON e."Id" = "SearchWords".rowid WHERE "SearchWords" MATCH {0}
            """, match);
    }
}
