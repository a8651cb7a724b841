using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;

namespace TrainingHub.Quizzes.Results;

/// <summary>The results of a quiz over the people in reach: sums, distribution, by unit.</summary>
public sealed class ResultsQuery(Db db, QuizReach reach, QuizPeople people, LiveQuery live)
{
    /// <summary>Null when there is no such quiz, or the unit asked for is out of reach.</summary>
    public async Task<ResultsPage?> RunAsync(string slug, string? code, CancellationToken cancel)
    {
        if (await FindAsync(slug, code, cancel) is not var (title, unit))
        {
            return null;
        }

        var sittings = people.Sittings(slug, unit?.Id);
        var counting = await people.CountingAsync(slug, sittings, cancel);
        return new ResultsPage
        {
            Slug = slug,
            Title = title,
            Unit = unit is null ? null : (unit.Code, unit.Name),
            Live = await live.RunAsync(slug, unit?.Id, cancel),
            Counts = await people.CountsAsync(slug, cancel),
            Bands = await BandsAsync(counting, cancel),
            Units = await UnitsAsync(sittings, counting, unit, cancel),
            MaySeeKeys = await reach.IsOwnAsync(slug, cancel),
        };
    }

    /// <summary>Title and unit; null when there is no such quiz, or the unit is out of reach.</summary>
    public async Task<(string Title, Organization? Unit)?> FindAsync(string slug, string? code, CancellationToken cancel)
    {
        if (await reach.WatchedTitleAsync(slug, cancel) is not { } title)
        {
            return null;
        }

        if (string.IsNullOrEmpty(code))
        {
            return (title, null);
        }

        return await people.UnitAsync(code, cancel) is { } unit ? (title, unit) : null;
    }

    private static async Task<IReadOnlyList<ScoreBand>> BandsAsync(IQueryable<Sitting> counting, CancellationToken cancel)
    {
        var percents = await counting.Where(sitting => sitting.Attempt.FullPoints > 0)
            .GroupBy(sitting => sitting.Attempt.PersonId)
            .Select(person => person.Max(sitting => (sitting.Attempt.Points ?? 0) * 100 / sitting.Attempt.FullPoints))
            .GroupBy(percent => percent).Select(same => new { Percent = same.Key, People = same.Count() }).ToListAsync(cancel);
        return ScoreBand.Of(percents.Select(row => KeyValuePair.Create(row.Percent, row.People)));
    }

    private async Task<IReadOnlyList<ResultsPage.UnitLine>> UnitsAsync(IQueryable<Sitting> sittings, IQueryable<Sitting> counting, Organization? unit, CancellationToken cancel)
    {
        List<Guid> roots = unit is null ? await people.RootsAsync(cancel) : [unit.Id];
        var children = people.Children(roots);
        var below = await Sums(Below(sittings)).ToListAsync(cancel);
        var own = await Sums(Own(sittings)).ToListAsync(cancel);
        var passedBelow = await PassedAsync(Below(counting), cancel);
        var passedOwn = await PassedAsync(Own(counting), cancel);
        List<Guid> ids = [.. below.Concat(own).Select(sum => sum.UnitId)];
        var units = await db.Organizations.AsNoTracking().Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Code, one.Name }).ToDictionaryAsync(one => one.Id, cancel);
        var parents = await people.Children([.. below.Select(sum => sum.UnitId)]).AnyAsync(cancel);
        return
        [
            .. own.Select(sum => new ResultsPage.UnitLine(units[sum.UnitId].Code, units[sum.UnitId].Name, false, sum.People, sum.Open, sum.HandedIn, passedOwn.GetValueOrDefault(sum.UnitId))),
            .. below.Select(sum => new ResultsPage.UnitLine(units[sum.UnitId].Code, units[sum.UnitId].Name, parents, sum.People, sum.Open, sum.HandedIn, passedBelow.GetValueOrDefault(sum.UnitId)))
                .OrderBy(line => line.Code, StringComparer.Ordinal),
        ];

        IQueryable<Placed> Below(IQueryable<Sitting> some) =>
            from sitting in some join path in people.Within(children) on sitting.UnitId equals (Guid?)path.DescendantId select new Placed { Attempt = sitting.Attempt, UnitId = path.AncestorId };

        IQueryable<Placed> Own(IQueryable<Sitting> some) =>
            from sitting in some where sitting.UnitId != null && roots.Contains(sitting.UnitId.Value) select new Placed { Attempt = sitting.Attempt, UnitId = sitting.UnitId!.Value };
    }

    private static async Task<IReadOnlyDictionary<Guid, int>> PassedAsync(IQueryable<Placed> counting, CancellationToken cancel) =>
        await counting.Where(one => one.Attempt.Passed == true).GroupBy(one => one.UnitId)
            .Select(all => new { UnitId = all.Key, People = all.Select(one => one.Attempt.PersonId).Distinct().Count() }).ToDictionaryAsync(one => one.UnitId, one => one.People, cancel);

    private static IQueryable<UnitSum> Sums(IQueryable<Placed> placed) => placed.GroupBy(one => one.UnitId).Select(all => new UnitSum
    {
        UnitId = all.Key,
        People = all.Select(one => one.Attempt.PersonId).Distinct().Count(),
        Open = all.Count(one => one.Attempt.SubmittedAt == null),
        HandedIn = all.Where(one => one.Attempt.SubmittedAt != null).Select(one => one.Attempt.PersonId).Distinct().Count(),
    });

    private sealed class Placed
    {
        public required Attempt Attempt { get; init; }
        public required Guid UnitId { get; init; }
    }

    private sealed class UnitSum
    {
        public required Guid UnitId { get; init; }
        public required int People { get; init; }
        public required int Open { get; init; }
        public required int HandedIn { get; init; }
    }
}
