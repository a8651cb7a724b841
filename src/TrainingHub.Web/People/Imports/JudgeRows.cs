using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;

namespace TrainingHub.People.Imports;

/// <summary>A person says of doubtful rows whether they mean somebody on the roster; everything is then compared anew. False when it is too late.</summary>
public sealed class JudgeRows(Db db, Transactions transactions, ImportSignal signal)
{
    /// <param name="importId">The import.</param>
    /// <param name="version">Of the preview that was looked at.</param>
    /// <param name="answers">Sequence of the row, and what was said of it.</param>
    /// <param name="areRestOthers">Whether all other rows in doubt that name somebody of the same name mean other people.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<bool> RunAsync(Guid importId, long version, IReadOnlyDictionary<int, RowAnswer> answers, bool areRestOthers, CancellationToken cancel)
    {
        var isTaken = await transactions.RunAsync(async token =>
        {
            var import = await db.RosterImports.SingleAsync(i => i.Id == importId, token);
            if (import.State != ImportState.Preview || import.Version != version)
            {
                return false;
            }

            var numbers = answers.Keys.ToList();
            var rows = await db.RosterImportRows.AsNoTracking()
                .Where(r => r.ImportId == importId && r.Verdict == RowVerdict.NeedsConfirmation && ((areRestOthers && r.Reason != RowReason.NameDiffers && r.Reason != RowReason.PostsOfOne) || numbers.Contains(r.Sequence))).ToListAsync(token);
            var said = rows.Select(row => RowAnswers.Decide(row, answers.GetValueOrDefault(row.Sequence, RowAnswer.Other))).OfType<RowDecision>().ToDictionary(Key);
            List<RowDecision> decisions = [.. ImportJson.Read<List<RowDecision>>(import.Decisions).Where(old => !said.ContainsKey(Key(old))), .. said.Values];
            import.Decisions = ImportJson.Write(decisions);
            import.State = said.Count > 0 ? ImportState.Reading : import.State;
            import.Done = 0;
            await db.SaveChangesAsync(token);
            return true;
        }, cancel);
        signal.Wake();
        return isTaken;
    }

    private static (string, int, bool) Key(RowDecision decision) => (decision.Sheet, decision.Number, decision.IsAboutFile);
}
