using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>A person has looked at the preview and lets it be written.</summary>
public sealed class ConfirmImport(Db db, Transactions transactions, ImportSignal signal, DayClock clock)
{
    public async Task<ConfirmOutcome> RunAsync(Guid importId, Guid personId, ConfirmInput input, CancellationToken cancel)
    {
        var outcome = await transactions.RunAsync(async token =>
        {
            var import = await db.RosterImports.SingleAsync(i => i.Id == importId, token);
            var judged = Judge(import, input);
            if (judged == ConfirmOutcome.Started)
            {
                import.State = ImportState.Applying;
                import.ConfirmedBy = personId;
                import.StartedAt = clock.Now;
                import.Done = 0;
                import.DoneBefore = 0;
                await db.SaveChangesAsync(token);
            }

            return judged;
        }, cancel);
        signal.Wake();
        return outcome;
    }

    private static ConfirmOutcome Judge(RosterImport import, ConfirmInput input)
    {
        if (import.State != ImportState.Preview || import.Version != input.Version)
        {
            return ConfirmOutcome.Moved;
        }

        if (import.ToWrite == 0)
        {
            return ConfirmOutcome.NothingToWrite;
        }

        return import.NotWritten > 0 && !input.HasCheckedRefused ? ConfirmOutcome.RefusedNotChecked
            : import.MustTypeNumber && input.AbsentPeople != import.AbsentPeople ? ConfirmOutcome.NumberNotTyped
            : ConfirmOutcome.Started;
    }
}
