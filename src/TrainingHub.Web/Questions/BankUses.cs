using Microsoft.EntityFrameworkCore;
using TrainingHub.Standards;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Questions;

/// <summary>
/// Which clauses the questions of banks rest on, for who writes questions: of the banks within reach alone. Retired questions are not drawn again and do
/// not count.
/// </summary>
public sealed class BankUses(Db db, Banks banks, StandardShelf standards, DayClock clock)
{
    /// <summary>Those of these clauses on which a question rests; a clause that is null asks for questions that name none.</summary>
    public async Task<IReadOnlyList<BankUse>> OfAsync(IEnumerable<(EditionName Edition, string? Clause)> clauses, CancellationToken cancel)
    {
        if (await LiveAsync(cancel) is not { } live)
        {
            return [];
        }

        List<BankUse> uses = [];
        foreach (var (edition, clause) in clauses)
        {
            var count = await RestingOn(live, edition).Where(one => one.ClauseNumber == clause).Select(one => one.Id).Distinct().CountAsync(cancel);
            if (count > 0)
            {
                uses.Add(new BankUse(edition, clause, count));
            }
        }

        return uses;
    }

    /// <summary>How many questions rest on at least one of the clauses.</summary>
    public async Task<int> CountAsync(EditionName edition, IReadOnlyCollection<string> clauses, CancellationToken cancel) => await LiveAsync(cancel) is { } live
        ? await RestingOn(live, edition).Where(one => EF.Parameter(clauses).Contains(one.ClauseNumber)).Select(one => one.Id).Distinct().CountAsync(cancel)
        : 0;

    /// <summary>What is so today first, and of that what keeps a question from being drawn.</summary>
    public async Task<IReadOnlyList<StaleBankUse>> StaleAsync(CancellationToken cancel)
    {
        if (await LiveAsync(cancel) is not { } live)
        {
            return [];
        }

        var uses = await BasesOf(live).GroupBy(one => new { one.StandardSlug, one.Edition, one.ClauseNumber })
            .Select(group => new { group.Key.StandardSlug, group.Key.Edition, group.Key.ClauseNumber, Count = group.Select(one => one.Id).Distinct().Count() }).ToListAsync(cancel);
        var (history, today) = (await standards.HistoryAsync(cancel), clock.Today);
        IReadOnlyList<DateOnly> days = [today, .. history.ChangesAfter(today)];
        return
        [
            .. uses.SelectMany(use => Days(new BankUse(new EditionName(use.StandardSlug, use.Edition), use.ClauseNumber, use.Count), history, days))
                .OrderBy(stale => stale.From ?? DateOnly.MinValue).ThenByDescending(stale => stale.Standing)
                .ThenBy(stale => stale.Use.Edition.Slug, StringComparer.Ordinal).ThenBy(stale => stale.Use.Clause, StringComparer.Ordinal),
        ];
    }

    // How it is on the first of the days, if stale, and each later day that makes something else of it.
    private static IEnumerable<StaleBankUse> Days(BankUse use, EditionHistory history, IReadOnlyList<DateOnly> days)
    {
        ClauseStanding? before = null;
        foreach (var (index, day) in days.Index())
        {
            var standing = use.Clause is null ? history.StandingOf(use.Edition, day) : history.StandingOf(use.Edition, use.Clause, day);
            if (standing != before && BasisRule.IsStale(standing))
            {
                yield return new StaleBankUse(use, history.Find(use.Edition), standing, index is 0 ? null : day);
            }

            before = standing;
        }
    }

    /// <summary>Null for who reads no bank.</summary>
    private async Task<IQueryable<BankQuestion>?> LiveAsync(CancellationToken cancel) =>
        (await banks.ReadableAsync(cancel)).Count is 0 ? null : (await banks.QuestionsAsync(cancel)).Where(question => question.Status != BankStatus.Retired);

    private IQueryable<Resting> RestingOn(IQueryable<BankQuestion> live, EditionName edition) =>
        BasesOf(live).Where(one => one.StandardSlug == edition.Slug && one.Edition == edition.Edition);

    /// <summary>A question stands once for each clause that it rests on.</summary>
    private IQueryable<Resting> BasesOf(IQueryable<BankQuestion> live) => live
        .Where(question => question.StandardSlug != null && question.Edition != null)
        .Select(question => new Resting { Id = question.Id, StandardSlug = question.StandardSlug!, Edition = question.Edition!, ClauseNumber = question.ClauseNumber })
        .Concat(
            from clause in db.BankClauses
            join question in live on clause.BankQuestionId equals question.Id
            select new Resting { Id = question.Id, StandardSlug = clause.StandardSlug, Edition = clause.Edition, ClauseNumber = clause.ClauseNumber });

    private sealed record Resting
    {
        public required Guid Id { get; init; }
        public required string StandardSlug { get; init; }
        public required string Edition { get; init; }
        public required string? ClauseNumber { get; init; }
    }
}
