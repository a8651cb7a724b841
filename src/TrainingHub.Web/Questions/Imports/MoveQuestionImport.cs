using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions.Imports;

/// <summary>A person lets an import be taken, stops it, goes on with it or gives it up. False when it is not in a state for that.</summary>
public sealed class MoveQuestionImport(Db db, Transactions transactions, QuestionImportSignal signal, DayClock clock)
{
    public async Task<bool> TakeAsync(Guid importId, CancellationToken cancel)
    {
        var now = clock.Now;
        var isMoved = await transactions.RunAsync(async token => await db.Set<QuestionImport>()
            .Where(i => i.Id == importId && i.ToTake > 0 && (i.State == QuestionImportState.Preview || i.State == QuestionImportState.Stopped || i.State == QuestionImportState.Failed))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, QuestionImportState.Taking).SetProperty(i => i.StartedAt, now).SetProperty(i => i.EndedAt, (DateTime?)null).SetProperty(i => i.Faults, 0), token) is 1, cancel);
        signal.Wake();
        return isMoved;
    }

    public Task<bool> StopAsync(Guid importId, CancellationToken cancel)
    {
        var now = clock.Now;
        return transactions.RunAsync(async token => await db.Set<QuestionImport>().Where(i => i.Id == importId && i.State == QuestionImportState.Taking)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, QuestionImportState.Stopped).SetProperty(i => i.EndedAt, now).SetProperty(i => i.LeaseOwner, (string?)null).SetProperty(i => i.LeasedUntil, (DateTime?)null), token) is 1, cancel);
    }

    /// <summary>What was taken and the fact that it was stay; what else was read is deleted.</summary>
    public Task<bool> AbandonAsync(Guid importId, CancellationToken cancel)
    {
        var now = clock.Now;
        return transactions.RunAsync(async token =>
        {
            var isMoved = await db.Set<QuestionImport>().Where(i => i.Id == importId && i.State != QuestionImportState.Taking && i.State != QuestionImportState.Taken && i.State != QuestionImportState.Abandoned && i.State != QuestionImportState.Refused)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, QuestionImportState.Abandoned).SetProperty(i => i.EndedAt, now).SetProperty(i => i.Content, (byte[]?)null), token) is 1;
            if (isMoved)
            {
                await db.Set<QuestionImportPart>().Where(part => part.ImportId == importId).ExecuteDeleteAsync(token);
                await db.Set<QuestionImportRow>().Where(row => row.ImportId == importId && row.Taken == QuestionTaken.NotYet).ExecuteDeleteAsync(token);
            }

            return isMoved;
        }, cancel);
    }
}
