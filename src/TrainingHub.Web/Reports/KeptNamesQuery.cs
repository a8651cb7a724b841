using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Storage;

namespace TrainingHub.Reports;

/// <summary>The lists of a report as they were kept, with the names of then; of those who were anonymized since without.</summary>
public sealed class KeptNamesQuery(Db db)
{
    /// <summary>The names behind a figure, in order.</summary>
    public async IAsyncEnumerable<(StandingKind Kind, PersonRow Row)> NamesAsync(Guid reportId, Guid list, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var lines in StretchesAsync<ReportNameLine>(list, isOfChanges: false, cancel))
        {
            var names = await NamesOfAsync(reportId, [.. lines.Select(line => line.PersonId).Distinct()], cancel);
            foreach (var line in lines)
            {
                yield return (line.Kind, line.ToRow(names[line.PersonId]));
            }
        }
    }

    /// <summary>The changes before a cut-off day, in order.</summary>
    public async IAsyncEnumerable<ChangeRow> ChangesAsync(Guid reportId, Guid list, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var lines in StretchesAsync<ReportChangeLine>(list, isOfChanges: true, cancel))
        {
            var names = await NamesOfAsync(reportId, [.. lines.Select(line => line.PersonId).Distinct()], cancel);
            foreach (var line in lines)
            {
                yield return line.ToRow(names[line.PersonId]);
            }
        }
    }

    // One after the other, so that a report of a hundred thousand names needs no more memory than one of five hundred.
    private async IAsyncEnumerable<List<T>> StretchesAsync<T>(Guid list, bool isOfChanges, [EnumeratorCancellation] CancellationToken cancel)
    {
        var numbers = await db.ReportNames.Where(n => n.ListId == list && n.IsOfChanges == isOfChanges).OrderBy(n => n.Number).Select(n => n.Number).ToListAsync(cancel);
        foreach (var number in numbers)
        {
            yield return PartJson.ReadOrNull<List<T>>(await db.ReportNames.Where(n => n.ListId == list && n.Number == number).Select(n => n.Content).SingleAsync(cancel)) ?? [];
        }
    }

    private async Task<Dictionary<Guid, string?>> NamesOfAsync(Guid reportId, List<Guid> people, CancellationToken cancel) =>
        await (
            from person in db.ReportPeople
            where person.ReportId == reportId && people.Contains(person.PersonId)
            join names in db.RecordNames on person.NamesId equals names.RecordId
            select new { person.PersonId, Name = names.Salt == "" ? null : (string?)names.PersonName }).ToDictionaryAsync(row => row.PersonId, string? (row) => row.Name, cancel);
}
