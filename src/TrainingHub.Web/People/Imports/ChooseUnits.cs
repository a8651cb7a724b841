using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>
/// A person says which units names in the file mean, or takes that back; everything is then compared anew. False when it is too late.
/// </summary>
public sealed class ChooseUnits(Db db, Transactions transactions, ImportSignal signal)
{
    /// <param name="importId">The import.</param>
    /// <param name="chosen">What names mean.</param>
    /// <param name="forgotten">Names that mean nothing any more.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<bool> RunAsync(Guid importId, IReadOnlyCollection<UnitMeaning> chosen, IReadOnlyCollection<string> forgotten, CancellationToken cancel)
    {
        var isTaken = await transactions.RunAsync(async token =>
        {
            var import = await db.RosterImports.SingleAsync(i => i.Id == importId, token);
            if (import.State != ImportState.Preview)
            {
                return false;
            }

            var said = chosen.Select(meaning => meaning.Written).Concat(forgotten).Select(NameFolding.Fold).ToHashSet(StringComparer.Ordinal);
            var meanings = ImportJson.Read<List<UnitMeaning>>(import.UnitMeanings);
            meanings.RemoveAll(old => said.Contains(NameFolding.Fold(old.Written)));
            meanings.AddRange(chosen);
            import.UnitMeanings = ImportJson.Write(meanings);
            import.State = ImportState.Reading;
            import.Done = 0;
            await db.SaveChangesAsync(token);
            return true;
        }, cancel);
        signal.Wake();
        return isTaken;
    }
}
