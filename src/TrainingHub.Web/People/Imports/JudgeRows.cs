using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>A person says of doubtful rows whether they mean somebody on the roster; everything is then compared anew. False when it is too late.</summary>
public sealed class JudgeRows(Db db, Transactions transactions, ImportSignal signal)
{
    /// <param name="importId">The import.</param>
    /// <param name="answers">Sequence of the row, and whether it is the person shown.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<bool> RunAsync(Guid importId, IReadOnlyDictionary<int, bool> answers, CancellationToken cancel)
    {
        var isTaken = await transactions.RunAsync(async token =>
        {
            var import = await db.RosterImports.SingleAsync(i => i.Id == importId, token);
            if (import.State != ImportState.Preview)
            {
                return false;
            }

            var numbers = answers.Keys.ToList();
            var rows = await db.RosterImportRows.AsNoTracking()
                .Where(r => r.ImportId == importId && numbers.Contains(r.Sequence) && r.Verdict == RowVerdict.NeedsConfirmation).ToListAsync(token);
            var decisions = ImportJson.Read<List<RowDecision>>(import.Decisions);
            decisions.RemoveAll(old => rows.Exists(row => row.RowNumber == old.Number && string.Equals(row.Sheet, old.Sheet, StringComparison.Ordinal)));
            decisions.AddRange(rows.Select(row => new RowDecision(row.Sheet, row.RowNumber, answers[row.Sequence] ? row.CandidateId : null)));
            import.Decisions = ImportJson.Write(decisions);
            import.State = rows.Count > 0 ? ImportState.Reading : import.State;
            import.Done = 0;
            await db.SaveChangesAsync(token);
            return true;
        }, cancel);
        signal.Wake();
        return isTaken;
    }
}
