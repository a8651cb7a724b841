using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>
/// Takes a file: reads it in memory, leaves identity numbers behind, stages the rows in one transaction. Comparing them with the
/// people on the roster is background work. The file itself is never kept.
/// </summary>
public sealed class UploadRoster(Db db, Transactions transactions, ImportUnits units, ImportSignal signal, DayClock clock, Ids ids)
{
    private const int RowsInPart = 500;

    public async Task<UploadOutcome> RunAsync(Guid personId, Guid organizationId, ImportInput input, byte[] bytes, string fileName, CancellationToken cancel)
    {
        var (file, refused) = WorkbookFile.Open(bytes);
        if (file is null)
        {
            return new UploadOutcome.Refused(refused ?? new ReadOutcome.Refused(FileRefusal.Damaged));
        }

        var unitCount = await units.SpokenFor(organizationId, input.IncludesBelow).Take(2).CountAsync(cancel);
        return new RosterReader(needsUnit: unitCount > 1).Read(file.Sheets) switch
        {
            ReadOutcome.Read read => new UploadOutcome.Staged(await StageAsync(personId, organizationId, input, read, bytes, fileName, cancel)),
            ReadOutcome.Refused reading => new UploadOutcome.Refused(reading),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<string> StageAsync(
        Guid personId, Guid organizationId, ImportInput input, ReadOutcome.Read read, byte[] bytes, string fileName, CancellationToken cancel)
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
            OrganizationId = organizationId,
            IncludesBelow = input.IncludesBelow,
            EffectiveDay = effective,
            PresumedStart = input.PresumedStart ?? effective,
            Mode = input.Mode,
            DroppedColumns = Lines(read.DroppedColumns),
            SkippedSheets = Lines(read.SkippedSheets),
            Rows = read.Rows.Count,
        };
        var parts = read.Rows.Chunk(RowsInPart).Select((rows, index) => new RosterImportPart { ImportId = import.Id, Number = index + 1, Json = ImportJson.Write(rows) }).ToList();
        await transactions.RunAsync(async token =>
        {
            db.Add(import);
            db.AddRange(parts);
            await db.SaveChangesAsync(token);
        }, cancel);
        signal.Wake();
        return import.Number;
    }

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
