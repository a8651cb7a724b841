using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.Questions.Imports;

/// <summary>A person has looked at questions that are nearly the same as others and takes them beside these, or not after all. False when the import is no longer a preview.</summary>
public sealed class ChooseNear(Db db, Transactions transactions)
{
    /// <param name="importId">Within reach.</param>
    /// <param name="sequences">Places in the file, from 1; null: all that are nearly the same.</param>
    /// <param name="isTaken">Whether they are taken.</param>
    /// <param name="cancel">Stops the work.</param>
    public Task<bool> RunAsync(Guid importId, IReadOnlyCollection<int>? sequences, bool isTaken, CancellationToken cancel)
    {
        var (from, to) = isTaken ? (QuestionVerdict.Near, QuestionVerdict.NearTaken) : (QuestionVerdict.NearTaken, QuestionVerdict.Near);
        var places = sequences?.ToList();
        return transactions.RunAsync(async token =>
        {
            // Whoever writes first holds the row of the import: nobody begins to take what is still being chosen.
            var preview = db.Set<QuestionImport>().Where(i => i.Id == importId && i.State == QuestionImportState.Preview);
            if (await preview.ExecuteUpdateAsync(set => set.SetProperty(i => i.Faults, 0), token) is 0)
            {
                return false;
            }

            var rows = db.Set<QuestionImportRow>().Where(row => row.ImportId == importId && row.Verdict == from && row.Content.Length > 0);
            rows = places is null ? rows : rows.Where(row => EF.Parameter(places).Contains(row.Sequence));
            var moved = await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Verdict, to), token);
            var more = isTaken ? moved : -moved;
            await preview.ExecuteUpdateAsync(set => set.SetProperty(i => i.ToTake, i => i.ToTake + more).SetProperty(i => i.Near, i => i.Near - more), token);
            return true;
        }, cancel);
    }
}
