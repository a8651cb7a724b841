using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Reports;

/// <summary>
/// Keeps the names behind a report's figure and the changes before its cut-off day as they are now, in steps that hold the writer for moments only. A try that
/// is interrupted leaves a list that no part names; the next writes its own.
/// </summary>
public sealed class KeepReportNames(Db db, Transactions transactions, OrganizationLocks locks, PeopleAsOf people, ChangesQuery changes, Ids ids)
{
    private const int LinesAtOnce = 500;
    private static readonly string[] States = ["missing", "covered", "excluded"];

    /// <returns>The list; null where another process has counted the part meanwhile.</returns>
    public async Task<Guid?> RunAsync(Report report, FiguresAsOf figures, CancellationToken cancel)
    {
        var (list, number) = (ids.Next(), 0);
        foreach (var filter in States.Select(state => new PeopleFilter { State = state }))
        {
            foreach (var chunk in (await people.OrderedAsync(figures, filter, cancel)).Chunk(LinesAtOnce))
            {
                var rows = await people.RowsAsync(figures.Target, chunk, cancel);
                var lines = rows.ConvertAll(row => ReportNameLine.Of(row, filter.Kind));
                if (!await KeepAsync(report, figures.Target.Id, NamesOf(PartJson.Write(lines), isOfChanges: false), rows.ConvertAll(row => (row.PersonId, row.Name, row.IsAnonymous)), cancel))
                {
                    return null;
                }
            }
        }

        foreach (var chunk in (await changes.AllAsync(figures.Target, report.OrganizationId, new ChangesFilter()).ToListAsync(cancel)).Chunk(LinesAtOnce))
        {
            var lines = Array.ConvertAll(chunk, ReportChangeLine.Of);
            if (!await KeepAsync(report, figures.Target.Id, NamesOf(PartJson.Write(lines), isOfChanges: true), [.. chunk.Select(row => (row.PersonId, row.Name, row.IsAnonymous))], cancel))
            {
                return null;
            }
        }

        return list;

        ReportNames NamesOf(string content, bool isOfChanges) => new() { ListId = list, Number = ++number, ReportId = report.Id, IsOfChanges = isOfChanges, Content = content };
    }

    /// <returns>False where the part is counted.</returns>
    private async Task<bool> KeepAsync(Report report, Guid targetId, ReportNames names, List<(Guid PersonId, string Name, bool IsAnonymous)> named, CancellationToken cancel)
    {
        var wanted = named.DistinctBy(one => one.PersonId).ToDictionary(one => one.PersonId);
        var isKept = await transactions.RunAsync(async cancel =>
        {
            // Two that count the same report keep each person once.
            await locks.TakeAsync([report.Id], cancel);
            if (await db.ReportSections.AnyAsync(s => s.ReportId == report.Id && s.TargetId == targetId && s.Content != null, cancel))
            {
                return false;
            }

            var personIds = wanted.Keys.ToList();
            var kept = (await db.ReportPeople.Where(p => p.ReportId == report.Id && personIds.Contains(p.PersonId)).Select(p => p.PersonId).ToListAsync(cancel)).ToHashSet();
            foreach (var (id, name, isAnonymous) in wanted.Values.Where(one => !kept.Contains(one.PersonId)))
            {
                var row = RecordNames.Of(ids.Next(), isAnonymous ? "" : name, "", "");
                if (isAnonymous)
                {
                    row.Salt = "";
                }

                db.AddRange(row, new ReportPerson { ReportId = report.Id, PersonId = id, NamesId = row.RecordId, NamesDigest = row.Digest() });
            }

            db.Add(new ReportNames { ListId = names.ListId, Number = names.Number, ReportId = names.ReportId, IsOfChanges = names.IsOfChanges, Content = names.Content });
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        db.ChangeTracker.Clear();
        return isKept;
    }
}
