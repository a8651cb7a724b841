using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions.Imports;

/// <summary>
/// Takes a file of questions in, piece by piece, so that it is never in memory as a whole and no transaction is long. Only its size and how it begins are
/// looked at here; reading it is background work, for any process.
/// </summary>
public sealed class UploadQuestions(Db db, Transactions transactions, WrittenBases bases, QuestionImportSignal signal, Ids ids, DayClock clock)
{
    /// <summary>Files that one person may send within an hour.</summary>
    public const int MostAnHour = 60;

    public async Task<QuestionUploadOutcome> RunAsync(Guid personId, Guid ownerId, QuestionImportInput input, Stream content, string fileName, CancellationToken cancel)
    {
        var buffer = new byte[QuestionImportPart.Most];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        if (ForeignFile.JudgeHead(buffer.AsSpan(0, length)) is { } fault)
        {
            return new QuestionUploadOutcome.Refused(new ForeignReading.Refused(fault));
        }

        if (await BeginAsync(personId, ownerId, input with { Basis = await bases.ExactAsync(input.Basis, cancel) }, fileName, await HashAsync(content, cancel), cancel) is not { } import)
        {
            return new QuestionUploadOutcome.Refused(new ForeignReading.Refused(FileFault.TooMany));
        }

        content.Position = 0;
        for (var number = 1; (length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel)) > 0; number++)
        {
            var part = new QuestionImportPart { ImportId = import.Id, Number = number, Content = buffer[..length] };
            await transactions.RunAsync(async token =>
            {
                db.Add(part);
                await db.SaveChangesAsync(token);
            }, cancel);
            db.ChangeTracker.Clear();
        }

        await transactions.RunAsync(token => db.Set<QuestionImport>().Where(i => i.Id == import.Id && i.State == QuestionImportState.Receiving)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, QuestionImportState.Comparing), token), cancel);
        signal.Wake();
        return new QuestionUploadOutcome.Received(import.Number);
    }

    private static async Task<string> HashAsync(Stream content, CancellationToken cancel)
    {
        content.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }

    private Task<QuestionImport?> BeginAsync(Guid personId, Guid ownerId, QuestionImportInput input, string fileName, string hash, CancellationToken cancel) =>
        transactions.RunAsync(async token =>
        {
            var since = clock.Now.AddHours(-1);
            if (await db.Set<QuestionImport>().CountAsync(i => i.UploadedBy == personId && i.UploadedAt > since, token) >= MostAnHour)
            {
                return null;
            }

            var import = new QuestionImport
            {
                Id = ids.Next(),
                Number = Ids.Code(8),
                FileName = Name(fileName),
                FileHash = hash,
                Format = "",
                UploadedBy = personId,
                UploadedAt = clock.Now,
                OwnerId = ownerId,
                FolderId = input.Folder.Length is 0 ? null : await FolderAsync(ownerId, input.Folder, token),
                DefaultBasis = input.Basis,
                DefaultUse = input.Use,
                DefaultSource = input.Source,
            };
            db.Add(import);
            await db.SaveChangesAsync(token);
            return import;
        }, cancel);

    private async Task<Guid> FolderAsync(Guid ownerId, string name, CancellationToken cancel)
    {
        if (await db.Set<BankFolder>().Where(folder => folder.OwnerId == ownerId && folder.Name == name).OrderBy(folder => folder.ParentId != null).Select(folder => (Guid?)folder.Id).FirstOrDefaultAsync(cancel) is { } known)
        {
            return known;
        }

        var made = new BankFolder { Id = ids.Next(), OwnerId = ownerId, Name = name };
        db.Add(made);
        return made.Id;
    }

    private static string Name(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return name.Length <= QuestionImport.LongestFileName ? name : name[^QuestionImport.LongestFileName..];
    }
}
