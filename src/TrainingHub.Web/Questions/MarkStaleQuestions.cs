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
        var bases = await Simple().Where(question => question.StandardSlug != null && question.Edition != null)
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

        return changed + await MarkThoseWithMoreAsync(history, today, cancel);
    }

    private IQueryable<BankQuestion> Simple() => db.BankQuestions.Where(question => !db.BankClauses.Any(clause => clause.BankQuestionId == question.Id));

    /// <summary>Questions that rest on several clauses: one that no longer holds is enough.</summary>
    private async Task<int> MarkThoseWithMoreAsync(EditionHistory history, DateOnly today, CancellationToken cancel)
    {
        var more = (await db.BankClauses.AsNoTracking().ToListAsync(cancel)).ToLookup(clause => clause.BankQuestionId);
        var changed = 0;
        foreach (var step in more.Select(clauses => clauses.Key).Chunk(500))
        {
            changed += await transactions.RunAsync(cancel => MarkStepAsync(step, cancel), cancel);
        }

        return changed;

        async Task<int> MarkStepAsync(Guid[] step, CancellationToken cancel)
        {
            db.ChangeTracker.Clear();
            var marked = 0;
            foreach (var question in await db.BankQuestions.Where(question => EF.Parameter(step).Contains(question.Id)).ToListAsync(cancel))
            {
                var isStale = more[question.Id].Select(clause => (Basis)new Basis.OfClause(clause.StandardSlug, clause.Edition, clause.ClauseNumber)).Append(FirstOf(question))
                    .Any(basis => BasisRule.IsStale(BasisRule.StandingOf(basis, history, today)));
                if (isStale != question.Attention.HasFlag(BankAttention.BasisStale))
                {
                    question.Attention ^= BankAttention.BasisStale;
                    marked++;
                }
            }

            await db.SaveChangesAsync(cancel);
            return marked;
        }
    }

    private static Basis FirstOf(BankQuestion question) => question switch
    {
        { StandardSlug: { } slug, Edition: { } edition, ClauseNumber: { } clause } => new Basis.OfClause(slug, edition, clause),
        { StandardSlug: { } slug, Edition: { } edition } => new Basis.OfStatement(slug, edition, ""),
        _ => new Basis.OfDocument("", null, ""),
    };

    private Task<int> MarkAsync(string slug, string edition, string? clause, bool isStale, CancellationToken cancel) => transactions.RunAsync(cancel =>
    {
        var rows = Simple().Where(question => question.StandardSlug == slug && question.Edition == edition && question.ClauseNumber == clause);
        return isStale
            ? rows.ExecuteUpdateAsync(row => row.SetProperty(question => question.Attention, question => question.Attention | BankAttention.BasisStale), cancel)
            : rows.ExecuteUpdateAsync(row => row.SetProperty(question => question.Attention, question => question.Attention & ~BankAttention.BasisStale), cancel);
    }, cancel);
}
