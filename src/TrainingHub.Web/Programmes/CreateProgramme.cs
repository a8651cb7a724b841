using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>Sets a programme. Nobody owes it until a target names them.</summary>
public sealed class CreateProgramme(Db db, Transactions transactions, CurrentPerson current, Ids ids, DayClock clock)
{
    public Task RunAsync(ProgrammeDraft draft, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var (programme, terms) = draft.Make(ids.Next, clock.Now, current.Id);
        db.Add(programme);
        db.Add(terms.Rule);
        db.AddRange(terms.Further);
        await db.SaveChangesAsync(cancel);
    }, cancel);
}
