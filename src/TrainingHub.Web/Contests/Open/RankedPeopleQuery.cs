using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Open;

/// <summary>People by rank. Names are read for the rows that are shown, and only of units whose people the reader may see.</summary>
public sealed class RankedPeopleQuery(Db db, OpenRankingQuery rankings, OpenPageQuery pages, Scope scope, CurrentPerson current, DayClock clock)
{
    private const int MostUnits = 200;

    /// <param name="found">Within reach, its results told.</param>
    /// <param name="code">Of a unit; null: everybody.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>Null where the unit's people are not the reader's to see.</returns>
    public async Task<RankedPeoplePage?> RunAsync(FoundOpen found, string? code, int page, CancellationToken cancel)
    {
        var named = await NamedUnitsAsync(found, cancel);
        var unit = code is null ? null : await db.Organizations.Where(one => one.Code == code && named.Contains(one.Id)).Select(one => new { one.Id, one.Code, one.Name }).SingleOrDefaultAsync(cancel);
        if (code is not null && unit is null)
        {
            return null;
        }

        var seen = await rankings.RunAsync(found, cancel);
        var people = unit is null ? seen.Ranking.People : [.. seen.Ranking.People.Where(one => one.UnitId == unit.Id)];
        var part = Pages.Of(page, people.Count);
        var shown = people.Skip((part.Page - 1) * Pages.Size).Take(Pages.Size).ToList();
        var offered = seen.Ranking.People.Select(one => one.UnitId).Distinct().Where(named.Contains).Take(MostUnits).ToList();
        return new RankedPeoplePage(
            found,
            [.. (await db.Organizations.Where(one => offered.Contains(one.Id)).OrderBy(one => one.Name).Select(one => new { one.Code, one.Name }).ToListAsync(cancel)).Select(one => (one.Code, one.Name))],
            unit is null ? null : (unit.Code, unit.Name), await NameAsync(shown, named, isWithinUnit: unit is not null, cancel), part, seen.Ranking.People.Count, seen.At);
    }

    /// <summary>Everybody by rank, some hundreds at a time.</summary>
    public async IAsyncEnumerable<RankedPeoplePage.Row> AllAsync(FoundOpen found, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        const int step = 500;
        var named = await NamedUnitsAsync(found, cancel);
        foreach (var part in (await rankings.RunAsync(found, cancel)).Ranking.People.Chunk(step))
        {
            foreach (var row in await NameAsync(part, named, isWithinUnit: false, cancel))
            {
                yield return row;
            }
        }
    }

    private async Task<List<RankedPeoplePage.Row>> NameAsync(IReadOnlyCollection<PersonRank> shown, HashSet<Guid> named, bool isWithinUnit, CancellationToken cancel)
    {
        var me = current.Id;
        var readable = shown.Where(one => named.Contains(one.UnitId)).ToList();
        var people = readable.ConvertAll(one => one.PersonId);
        var names = await db.People.Where(person => people.Contains(person.Id) && person.AnonymizedAt == null).Select(person => new { person.Id, person.Name, person.StaffNumber }).ToDictionaryAsync(person => person.Id, cancel);
        var units = await pages.NamesAsync([.. readable.Select(one => one.UnitId).Distinct()], cancel);
        return
        [
            .. shown.Select(one =>
            {
                var isNamed = named.Contains(one.UnitId);
                var name = isNamed ? names.GetValueOrDefault(one.PersonId) : null;
                return new RankedPeoplePage.Row(one, isWithinUnit ? one.UnitRank : one.Rank, isNamed, name?.Name, name?.StaffNumber, isNamed ? units.GetValueOrDefault(one.UnitId) : null, one.PersonId == me);
            }),
        ];
    }

    /// <summary>The reader's own units, and who holds the contest sees those in reach.</summary>
    private async Task<HashSet<Guid>> NamedUnitsAsync(FoundOpen found, CancellationToken cancel)
    {
        var named = await pages.OwnUnitsAsync(clock.Today, cancel);
        if (found.IsManaged)
        {
            named.UnionWith(await scope.Organizations(Capability.ManageQuizzes).Distinct().ToListAsync(cancel));
        }

        return named;
    }
}
