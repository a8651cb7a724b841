using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>
/// Full-text search that is the same on both databases: the words are cut before they are stored, and each database's own index keeps
/// them (SQLite: FTS5 over the table's rows; PostgreSQL: GIN over tsvector).
/// </summary>
public sealed class SearchIndex(Db db)
{
    private const int SqliteTriggers = 3;
    private const string PostgresWords = """(setweight(to_tsvector('simple', "TitleWords"), 'A') || setweight(to_tsvector('simple', "TextWords"), 'D'))""";

    /// <summary>Makes what no migration can describe. Safe to run at every start.</summary>
    public static async Task EnsureAsync(Db db, CancellationToken cancel)
    {
        if (!db.IsPostgres && await db.Database.SqlQueryRaw<int>("""SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'SearchEntries\_%' ESCAPE '\'""").SingleAsync(cancel) == SqliteTriggers)
        {
            return;
        }

        foreach (var statement in db.IsPostgres ? PostgresStatements() : SqliteStatements())
        {
            await db.Database.ExecuteSqlRawAsync(statement, cancel);
        }
    }

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
                    -ts_rank(ARRAY[0.1, 0.1, 0.1, 1.0]::real[], {{PostgresWords}}, to_tsquery('simple', {0}))::float8 AS "Rank"
                FROM "SearchEntries" WHERE {{PostgresWords}} @@ to_tsquery('simple', {0})
                """, query);
        }

        var match = string.Join(" AND ", runs.Select(run => $"\"{string.Join(' ', run)}\" *"));
        return db.Database.SqlQueryRaw<SearchHit>(
            """
            SELECT e."Kind", e."Group", e."Key", e."Title", e."ReadersId", e."Id", bm25("SearchWords", 10.0, 1.0) AS "Rank"
            FROM "SearchWords" JOIN "SearchEntries" e ON e."Id" = "SearchWords".rowid WHERE "SearchWords" MATCH {0}
            """, match);
    }

    private static IEnumerable<string> PostgresStatements()
    {
        yield return $"""CREATE INDEX IF NOT EXISTS "IX_SearchEntries_Words" ON "SearchEntries" USING gin ({PostgresWords})""";
    }

    // The index keeps no copy of the text; the table's triggers tell it of every change. A migration that builds the table anew drops the
    // triggers; they are made again then, and the index is read from the rows: it may have missed some.
    private static IEnumerable<string> SqliteStatements()
    {
        const string Insert = """INSERT INTO "SearchWords"(rowid, "TitleWords", "TextWords") VALUES (NEW."Id", NEW."TitleWords", NEW."TextWords")""";
        const string Delete = """INSERT INTO "SearchWords"("SearchWords", rowid, "TitleWords", "TextWords") VALUES ('delete', OLD."Id", OLD."TitleWords", OLD."TextWords")""";
        yield return """CREATE VIRTUAL TABLE IF NOT EXISTS "SearchWords" USING fts5("TitleWords", "TextWords", content='SearchEntries', content_rowid='Id', tokenize="unicode61 remove_diacritics 0")""";
        foreach (var (name, when, what) in new[] { ("insert", "INSERT", Insert), ("delete", "DELETE", Delete), ("update", "UPDATE", $"{Delete}; {Insert}") })
        {
            yield return $"""DROP TRIGGER IF EXISTS "SearchEntries_{name}" """;
            yield return $"""CREATE TRIGGER "SearchEntries_{name}" AFTER {when} ON "SearchEntries" BEGIN {what}; END""";
        }

        yield return """INSERT INTO "SearchWords"("SearchWords") VALUES ('rebuild')""";
    }
}
