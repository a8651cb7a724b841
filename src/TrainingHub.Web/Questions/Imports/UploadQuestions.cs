using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions.Imports;

/// <summary>Takes a file of questions: reads it in memory, compares it with the bank and stages its questions for a preview.</summary>
public sealed class UploadQuestions(Db db, Transactions transactions, StageQuestions stage, Ids ids, DayClock clock)
{
    public async Task<QuestionUploadOutcome> RunAsync(Guid personId, Guid ownerId, QuestionImportInput input, byte[] bytes, string fileName, CancellationToken cancel)
    {
        var reading = QuestionFileReader.Read(bytes, null);
        switch (reading)
        {
            case ForeignReading.Refused refused:
                return new QuestionUploadOutcome.Refused(refused);
            case ForeignReading.ColumnsUnknown unknown:
                var waiting = await BeginAsync(personId, ownerId, input, bytes, fileName, unknown.Format, bytes, cancel);
                return new QuestionUploadOutcome.Staged(waiting.Number);
            case ForeignReading.Read read:
                var import = await BeginAsync(personId, ownerId, input, bytes, fileName, read.Format, null, cancel);
                await stage.RunAsync(import.Id, read.Questions, cancel);
                return new QuestionUploadOutcome.Staged(import.Number);
            default:
                throw new UnreachableException();
        }
    }

    private Task<QuestionImport> BeginAsync(
        Guid personId, Guid ownerId, QuestionImportInput input, byte[] bytes, string fileName, ExchangeFormat format, byte[]? content, CancellationToken cancel) =>
        transactions.RunAsync(async token =>
        {
            var import = new QuestionImport
            {
                Id = ids.Next(),
                Number = Ids.Code(8),
                FileName = Name(fileName),
                FileHash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                Format = format.ToString(),
                UploadedBy = personId,
                UploadedAt = clock.Now,
                OwnerId = ownerId,
                FolderId = input.Folder.Length is 0 ? null : await FolderAsync(ownerId, input.Folder, token),
                DefaultBasis = input.Basis,
                DefaultUse = input.Use,
                DefaultSource = input.Source,
                Content = content,
                State = content is null ? QuestionImportState.Comparing : QuestionImportState.Columns,
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
