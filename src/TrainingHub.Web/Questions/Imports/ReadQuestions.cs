using Microsoft.EntityFrameworkCore;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions.Imports;

/// <summary>Reads the file of an import that came in, whichever of the formats it is in. What a process began that died is begun again.</summary>
public sealed class ReadQuestions(Db db, Transactions transactions, StageQuestions stage, DayClock clock)
{
    public async Task RunAsync(QuestionImport import, CancellationToken cancel)
    {
        var bytes = await BytesAsync(import.Id, cancel);
        IReadOnlyList<TableColumn>? columns = import.Columns is { } named ? [.. named.Split(',').Select(Enum.Parse<TableColumn>)] : null;

        // Reading a large file takes the processor for seconds: not on a thread that answers.
        var reading = await Task.Run(() => QuestionFileReader.Read(bytes, columns), cancel);
        switch (reading)
        {
            case ForeignReading.Refused refused when columns is not null:
                await AskAgainAsync(import.Id, refused, cancel);
                break;
            case ForeignReading.Refused refused:
                await RefuseAsync(import.Id, refused, cancel);
                break;
            case ForeignReading.ColumnsUnknown unknown:
                var content = QuestionJson.Columns(unknown);
                await transactions.RunAsync(token => Mine(import.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(i => i.State, QuestionImportState.Columns).SetProperty(i => i.Format, unknown.Format.ToString()).SetProperty(i => i.Content, content)
                        .SetProperty(i => i.LeaseOwner, (string?)null).SetProperty(i => i.LeasedUntil, (DateTime?)null),
                    token), cancel);
                break;
            case ForeignReading.Read read:
                await stage.RunAsync(import, read, cancel);
                break;
        }
    }

    private Task RefuseAsync(Guid importId, ForeignReading.Refused refused, CancellationToken cancel)
    {
        var (now, why) = (clock.Now, QuestionJson.Write(refused with { Detail = refused.Detail.Length <= 200 ? refused.Detail : refused.Detail[..200] }));
        return transactions.RunAsync(async token =>
        {
            await Mine(importId).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.State, QuestionImportState.Refused).SetProperty(i => i.Refusal, why).SetProperty(i => i.EndedAt, now)
                    .SetProperty(i => i.LeaseOwner, (string?)null).SetProperty(i => i.LeasedUntil, (DateTime?)null),
                token);
            await db.Set<QuestionImportPart>().Where(part => part.ImportId == importId).ExecuteDeleteAsync(token);
        }, cancel);
    }

    // Read as the person said there is nothing in it: the columns can be named in another way.
    private Task<int> AskAgainAsync(Guid importId, ForeignReading.Refused refused, CancellationToken cancel)
    {
        var why = QuestionJson.Write(refused);
        return transactions.RunAsync(token => Mine(importId).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, QuestionImportState.Columns).SetProperty(i => i.Columns, (string?)null).SetProperty(i => i.Refusal, why)
                .SetProperty(i => i.LeaseOwner, (string?)null).SetProperty(i => i.LeasedUntil, (DateTime?)null),
            token), cancel);
    }

    private async Task<byte[]> BytesAsync(Guid importId, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        await foreach (var part in db.Set<QuestionImportPart>().AsNoTracking().Where(part => part.ImportId == importId && part.Number > 0).OrderBy(part => part.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await memory.WriteAsync(part.Content, cancel);
        }

        return memory.ToArray();
    }

    private IQueryable<QuestionImport> Mine(Guid importId) => db.Set<QuestionImport>().Where(i => i.Id == importId && i.State == QuestionImportState.Comparing);
}
