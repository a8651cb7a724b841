using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>Notes the days on which organizations have to be counted again although nobody writes.</summary>
public sealed class PlanRecounts(Db db)
{
    private const int RowsAtOnce = 500;

    /// <param name="recounted">Organizations of which everything was counted for <see cref="RecountDays.Today"/>: what was due until then is done.</param>
    /// <param name="recounts">The days found while counting.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task RunAsync(IReadOnlyCollection<Guid> recounted, RecountDays recounts, CancellationToken cancel)
    {
        var today = recounts.Today;
        foreach (var chunk in recounted.Chunk(RowsAtOnce))
        {
            await db.CoverageDues.Where(d => d.Day <= today && chunk.Contains(d.OrganizationId)).ExecuteDeleteAsync(cancel);
        }

        foreach (var chunk in recounts.Next.Chunk(RowsAtOnce))
        {
            var rows = string.Join(", ", chunk.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"({{{i * 2}}}, {{{i * 2 + 1}}})")));
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create(
                "INSERT INTO \"CoverageDues\" (\"Day\", \"OrganizationId\") VALUES " + rows + " ON CONFLICT DO NOTHING",
                [.. chunk.SelectMany(row => new object[] { row.Value, row.Key })]), cancel);
        }
    }

    /// <summary>Marks all organizations that were, are or will be below one, and all that have cells of its targets, to be counted as soon as somebody looks.</summary>
    public Task MarkAsync(Guid setter, DateOnly today, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO "CoverageDues" ("Day", "OrganizationId")
         SELECT {today}, p."DescendantId" FROM "OrganizationPaths" AS p WHERE p."AncestorId" = {setter} AND p."SupersededAt" IS NULL
         UNION
         SELECT {today}, c."OrganizationId" FROM "CoverageCells" AS c JOIN "CoverageTargets" AS t ON t."Id" = c."TargetId" WHERE t."OrganizationId" = {setter}
         ON CONFLICT DO NOTHING
         """, cancel);
}
