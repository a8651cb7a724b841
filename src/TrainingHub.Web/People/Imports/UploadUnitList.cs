using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Takes a list of organizations: reads it in memory and keeps its rows until they are written or given up. The file itself is never kept.</summary>
public sealed class UploadUnitList(Db db, Transactions transactions, DayClock clock, Ids ids)
{
    /// <param name="personId">Who uploads it.</param>
    /// <param name="unitId">Within reach: the caller has asked.</param>
    /// <param name="effectiveDay">From which day changes hold.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">As the browser says it.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<UploadOutcome> RunAsync(Guid personId, Guid unitId, DateOnly effectiveDay, byte[] bytes, string fileName, CancellationToken cancel)
    {
        var (file, unreadable) = WorkbookFile.Open(bytes);
        if (file is null)
        {
            return new UploadOutcome.Refused(unreadable ?? new ReadOutcome.Refused(FileRefusal.Damaged));
        }

        var (rows, refused) = UnitListReader.Read(file.Sheets);
        if (refused is not null)
        {
            return new UploadOutcome.Refused(refused);
        }

        var name = IdentityNumber.Redact(Path.GetFileName(fileName.Replace('\\', '/')));
        var list = new UnitListImport
        {
            Id = ids.Next(),
            Number = Ids.Code(8),
            OrganizationId = unitId,
            FileName = name.Length <= 120 ? name : name[^120..],
            UploadedAt = clock.Now,
            UploadedBy = personId,
            EffectiveDay = effectiveDay,
            Rows = rows.Count,
            Content = ImportJson.Pack(rows),
        };
        await transactions.RunAsync(async cancel =>
        {
            db.Add(list);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return new UploadOutcome.Staged(list.Number);
    }
}
