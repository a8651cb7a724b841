using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>Notes the days on which organizations have to be counted again although nobody writes.</summary>
public sealed class PlanRecounts(Db db)
{
    private const int RowsAtOnce = 500;
    private const string Overwrite = "UPDATE SET \"Day\" = excluded.\"Day\"";

    /// <summary>
    /// What is due of these organizations is about to be counted. Called before the facts are read: who marks them afterwards, with facts
    /// that this transaction does not see yet, finds the mark gone and sets it anew.
    /// </summary>
    public async Task BeginAsync(IReadOnlyCollection<Guid> organizations, DateOnly today, CancellationToken cancel)
    {
        foreach (var chunk in organizations.Chunk(RowsAtOnce))
        {
            await db.CoverageDues.Where(d => d.Day <= today && chunk.Contains(d.OrganizationId)).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>Notes the days found while counting.</summary>
    public Task NoteAsync(RecountDays recounts, CancellationToken cancel) => WriteAsync(recounts.Next, "NOTHING", cancel);

    /// <summary>Marks organizations to be counted as soon as somebody looks.</summary>
    // To write a mark that is there already locks it: a count that runs now waits with taking it away until our facts can be read.
    public Task MarkAsync(IReadOnlyCollection<Guid> organizations, DateOnly today, CancellationToken cancel) =>
        WriteAsync(organizations.Distinct().Order().Select(organization => KeyValuePair.Create(organization, today)), Overwrite, cancel);

    /// <summary>Marks all organizations that were, are or will be below one, and all that have cells of its targets, to be counted as soon as somebody looks.</summary>
    public Task MarkAsync(Guid setter, DateOnly today, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO "CoverageDues" ("Day", "OrganizationId")
         SELECT {today}, p."DescendantId" FROM "OrganizationPaths" AS p WHERE p."AncestorId" = {setter} AND p."SupersededAt" IS NULL
         UNION
         SELECT {today}, c."OrganizationId" FROM "CoverageCells" AS c JOIN "CoverageTargets" AS t ON t."Id" = c."TargetId" WHERE t."OrganizationId" = {setter}
         ORDER BY 2
         ON CONFLICT ("Day", "OrganizationId") DO UPDATE SET "Day" = excluded."Day"
         """, cancel);

    private async Task WriteAsync(IEnumerable<KeyValuePair<Guid, DateOnly>> dues, string onConflict, CancellationToken cancel)
    {
        foreach (var chunk in dues.Chunk(RowsAtOnce))
        {
            var rows = string.Join(", ", chunk.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"({{{i * 2}}}, {{{i * 2 + 1}}})")));
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(
                $"INSERT INTO \"CoverageDues\" (\"Day\", \"OrganizationId\") VALUES {rows} ON CONFLICT (\"Day\", \"OrganizationId\") DO {onConflict}",
                [.. chunk.SelectMany(row => new object[] { row.Value, row.Key })]), cancel);
        }
    }
}
