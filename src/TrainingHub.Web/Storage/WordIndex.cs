using Microsoft.EntityFrameworkCore;

namespace TrainingHub.Storage;

/// <summary>
/// Each database's own full-text index over the table SearchEntries, whose words are cut before they are stored. No migration can describe
/// it for both, so it is made after every migration run, like the triggers of <see cref="AppendOnly"/>.
/// </summary>
public static class WordIndex
{
    /// <summary>What PostgreSQL indexes; a query has to say exactly the same to use the index.</summary>
    public const string PostgresWords = """(setweight(to_tsvector('simple', "TitleWords"), 'A') || setweight(to_tsvector('simple', "TextWords"), 'D'))""";

    private const int SqliteTriggers = 3;

    /// <summary>Makes the index where it is missing. Safe to run at every start.</summary>
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
