using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>A person says what unknown words of a preview mean: it is remembered for the unit, and everything is compared anew. False when it is too late.</summary>
public sealed class ChooseWords(Db db, Transactions transactions, RosterWordings wordings, ImportSignal signal)
{
    public async Task<bool> RunAsync(Guid importId, long version, Guid personId, IReadOnlyCollection<(RosterColumn Column, string Word, WordMeaning Meaning)> said, CancellationToken cancel)
    {
        var isTaken = await transactions.RunAsync(async token =>
        {
            var import = await db.RosterImports.SingleAsync(i => i.Id == importId, token);
            if (import.State != ImportState.Preview || import.Version != version)
            {
                return false;
            }

            import.State = ImportState.Reading;
            import.Done = 0;
            await wordings.KeepAsync(import.OrganizationId, personId, said, token);
            return true;
        }, cancel);
        signal.Wake();
        return isTaken;
    }
}
