using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>
/// Takes a file: reads it in memory, leaves identity numbers behind, stages the rows in one transaction. Comparing them with the
/// people on the roster is background work. The file itself is never kept.
/// </summary>
public sealed class UploadRoster(Db db, Transactions transactions, ImportUnits units, RosterHeadings headings, ImportPace pace, ImportSignal signal, DayClock clock, Ids ids)
{
    private const int RowsInPart = 500;

    public async Task<UploadOutcome> RunAsync(Guid personId, IReadOnlyList<Guid> named, ImportInput input, byte[] bytes, string fileName, CancellationToken cancel)
    {
        var (file, refused) = WorkbookFile.Open(bytes);
        if (file is null)
        {
            return new UploadOutcome.Refused(refused ?? new ReadOutcome.Refused(FileRefusal.Damaged));
        }

        var unitCount = await units.SpokenFor(named, input.IncludesBelow).Take(2).CountAsync(cancel);
        var (said, known) = (input.Said, await headings.OfAsync(named[0], cancel));
        var own = said.Select(one => (Folded: RosterHeader.Fold(one.Heading), one.Column)).Concat(known.Select(one => (one.Folded, one.Column)))
            .DistinctBy(one => one.Folded, StringComparer.Ordinal).ToDictionary(one => one.Folded, one => one.Column, StringComparer.Ordinal);
        return new RosterReader(needsUnit: unitCount > 1, own).Read(file.Sheets) switch
        {
            ReadOutcome.Read read => new UploadOutcome.Staged(await StageAsync(personId, named, input, read, bytes, fileName, cancel)),
            ReadOutcome.Refused reading => new UploadOutcome.Refused(reading),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<string> StageAsync(
        Guid personId, IReadOnlyList<Guid> named, ImportInput input, ReadOutcome.Read read, byte[] bytes, string fileName, CancellationToken cancel)
    {
        var effective = input.EffectiveDay ?? clock.Today;
        var import = new RosterImport
        {
            Id = ids.Next(),
            Number = Ids.Code(8),
            FileName = Name(fileName),
            FileHash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            UploadedBy = personId,
            UploadedAt = clock.Now,
            OrganizationId = named[0],
            IncludesBelow = input.IncludesBelow,
            EffectiveDay = effective,
            PresumedStart = input.PresumedStart ?? effective,
            Mode = input.Mode,
            DroppedColumns = Lines(read.DroppedColumns),
            SkippedSheets = Lines(read.SkippedSheets),
            Notes = ImportJson.Write(read.Notes),
            Rows = read.Rows.Count,
            UnitMeanings = await MeaningsAsync(named[0], cancel),
        };
        var parts = read.Rows.Chunk(RowsInPart).Select((rows, index) => new RosterImportPart { ImportId = import.Id, Number = index + 1, Content = ImportJson.Pack(rows) }).ToList();
        var others = named.Skip(1).Select(unit => new RosterImportUnit { ImportId = import.Id, OrganizationId = unit });
        var began = 0L;
        await transactions.RunAsync(async token =>
        {
            began = Stopwatch.GetTimestamp();
            db.Add(import);
            db.AddRange(others);
            db.AddRange(parts);
            await db.SaveChangesAsync(token);
            await headings.KeepAsync(named[0], personId, input.Said, token);
        }, cancel);
        pace.Learn(ImportTask.Stage, read.Rows.Count, began);
        signal.Wake();
        return import.Number;
    }

    // What was said about names of units the last time holds until somebody takes it back: the same file needs no new answers.
    private async Task<string> MeaningsAsync(Guid organizationId, CancellationToken cancel) =>
        await db.RosterImports.Where(i => i.OrganizationId == organizationId && i.State == ImportState.Applied)
            .OrderByDescending(i => i.UploadedAt).Select(i => i.UnitMeanings).FirstOrDefaultAsync(cancel) ?? "[]";

    private static string Name(string fileName)
    {
        var name = IdentityNumber.Redact(Path.GetFileName(fileName.Replace('\\', '/')));
        return name.Length <= 120 ? name : name[^120..];
    }

    private static string Lines(IReadOnlyList<string> words)
    {
        var text = string.Join('\n', words);
        return text.Length <= 4000 ? text : text[..4000];
    }
}
