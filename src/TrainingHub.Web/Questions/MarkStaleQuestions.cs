using Microsoft.EntityFrameworkCore;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>Marks the banks' questions whose basis no longer holds, and takes the mark off those whose basis holds again.</summary>
public sealed class MarkStaleQuestions(Db db, Transactions transactions, StandardShelf standards, DayClock clock)
{
    /// <summary>How many marks were changed.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (history, today) = (await standards.HistoryAsync(cancel), clock.Today);
        var bases = await db.BankQuestions.Where(question => question.StandardSlug != null && question.Edition != null)
            .GroupBy(question => new { question.StandardSlug, question.Edition, question.ClauseNumber })
            .Select(group => new
            {
                group.Key.StandardSlug,
                group.Key.Edition,
                group.Key.ClauseNumber,
                Count = group.Count(),
                Marked = group.Count(question => (question.Attention & BankAttention.BasisStale) != BankAttention.None),
            }).ToListAsync(cancel);
        var changed = 0;
        foreach (var one in bases)
        {
            var (slug, edition, clause) = (one.StandardSlug!, one.Edition!, one.ClauseNumber);
            var isStale = BasisRule.IsStale(BasisRule.StandingOf(clause is null ? new Basis.OfStatement(slug, edition, "") : new Basis.OfClause(slug, edition, clause), history, today));
            if (one.Marked != (isStale ? one.Count : 0))
            {
                changed += await MarkAsync(slug, edition, clause, isStale, cancel);
            }
        }

        return changed;
    }

    private Task<int> MarkAsync(string slug, string edition, string? clause, bool isStale, CancellationToken cancel) => transactions.RunAsync(cancel =>
    {
        var rows = db.BankQuestions.Where(question => question.StandardSlug == slug && question.Edition == edition && question.ClauseNumber == clause);
        return isStale
            ? rows.ExecuteUpdateAsync(row => row.SetProperty(question => question.Attention, question => question.Attention | BankAttention.BasisStale), cancel)
            : rows.ExecuteUpdateAsync(row => row.SetProperty(question => question.Attention, question => question.Attention & ~BankAttention.BasisStale), cancel);
    }, cancel);
}
