using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>The names behind a figure as of a day, with reasons: the order needs everybody's name, what else stands in a row is looked up for the rows shown.</summary>
public sealed class PeopleAsOf(Db db, FactsAsOf facts, Scope scope, DayClock clock)
{
    // One statement can name so many people on both databases without slowing down.
    private const int PeopleAtOnce = 500;

    /// <summary>Those of a figure that the filter lets through, in its order.</summary>
    public async Task<IReadOnlyList<CoverageStanding>> OrderedAsync(FiguresAsOf figures, PeopleFilter filter, CancellationToken cancel)
    {
        var names = await NamesAsync(figures.Target, figures.Unit, cancel);
        var standings = Filtered(figures, filter, names);
        if (filter is { Kind: StandingKind.Missing, Reason: { } reason })
        {
            var reasons = await ReasonsAsync(figures.Target, standings, cancel);
            standings = standings.FindAll(s => reasons.GetValueOrDefault(s.PersonId, MissingReason.NotStarted) == reason);
        }

        var units = await UnitNamesAsync(figures, cancel);
        string UnitOf(CoverageStanding s) => units.GetValueOrDefault(s.OrganizationId, "");
        string NameOf(CoverageStanding s) => names.TryGetValue(s.PersonId, out var of) ? of.Name : "";
        var (column, isDown) = filter.Order;
        var days = column is PeopleSort.Day ? await DaysAsync(standings, cancel) : [];
        var ordered = column switch
        {
            PeopleSort.Name => Ordered(standings, NameOf, isDown, StringComparer.Ordinal),
            PeopleSort.Post => Ordered(standings, s => s.Position, isDown, Comparer<CorePosition>.Default),
            PeopleSort.Day => Ordered(standings, s => s.RecordId is { } id ? days.GetValueOrDefault(id) : default, isDown, Comparer<DateOnly>.Default),
            _ => Ordered(standings, UnitOf, isDown, StringComparer.Ordinal),
        };
        return [.. ordered.ThenBy(UnitOf, StringComparer.Ordinal).ThenBy(s => s.OrganizationId).ThenBy(s => s.Position).ThenBy(NameOf, StringComparer.Ordinal).ThenBy(s => s.PersonId)];
    }

    /// <summary>How many of the missing there are for each reason, within post and name; none when there are more than <see cref="PeopleQuery.MostReasons"/>.</summary>
    public async Task<Dictionary<MissingReason, int>> ReasonsAsync(FiguresAsOf figures, PeopleFilter filter, CancellationToken cancel)
    {
        var standings = Filtered(figures, filter, filter.Name is { Length: > 0 } ? await NamesAsync(figures.Target, figures.Unit, cancel) : []);
        if (standings.Count > PeopleQuery.MostReasons)
        {
            return [];
        }

        var reasons = await ReasonsAsync(figures.Target, standings, cancel);
        return standings.CountBy(s => reasons.GetValueOrDefault(s.PersonId, MissingReason.NotStarted)).ToDictionary();
    }

    /// <summary>Some of them as rows.</summary>
    public async Task<List<PersonRow>> RowsAsync(TargetSummary target, IEnumerable<CoverageStanding> standings, CancellationToken cancel)
    {
        var rows = new List<PersonRow>();
        await foreach (var row in AllAsync(target, standings, cancel))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>All of them as rows, one after the other.</summary>
    public async IAsyncEnumerable<PersonRow> AllAsync(TargetSummary target, IEnumerable<CoverageStanding> standings, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var chunk in standings.Chunk(PeopleAtOnce))
        {
            var found = await FoundAsync(target, chunk, cancel);
            foreach (var standing in chunk)
            {
                yield return Row(standing, found);
            }
        }
    }

    private static IOrderedEnumerable<CoverageStanding> Ordered<TKey>(
        List<CoverageStanding> standings, Func<CoverageStanding, TKey> key, bool isDown, IComparer<TKey> comparer) =>
        isDown ? standings.OrderByDescending(key, comparer) : standings.OrderBy(key, comparer);

    private static List<CoverageStanding> Filtered(FiguresAsOf figures, PeopleFilter filter, Dictionary<Guid, (string Name, string Folded)> names)
    {
        var kind = filter.Kind;
        var standings = figures.Names.Where(s => s.Kind == kind && (filter.Position is null || s.Position == filter.Position)).ToList();
        if (filter is not { Stage: null, Flag: null })
        {
            var having = figures.Details.Values.AsQueryable().With(filter.Stage, filter.Flag).Select(d => d.OrganizationId).ToHashSet();
            standings = standings.FindAll(s => having.Contains(s.OrganizationId));
        }

        if (filter.Name is { Length: > 0 } name)
        {
            var folded = NameFolding.Fold(name);
            standings = standings.FindAll(s => names.TryGetValue(s.PersonId, out var of) && of.Folded.Contains(folded, StringComparison.Ordinal));
        }

        return standings;
    }

    private async Task<Dictionary<Guid, (string Name, string Folded)>> NamesAsync(TargetSummary target, UnitChoice unit, CancellationToken cancel)
    {
        var people = facts.PeopleIds(target, unit.Id);
        return await db.People.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.NormalizedName, IsAnonymous = p.AnonymizedAt != null })
            .ToDictionaryAsync(p => p.Id, p => (p.Name, p.IsAnonymous ? "" : p.NormalizedName), cancel);
    }

    private async Task<Dictionary<Guid, string>> UnitNamesAsync(FiguresAsOf figures, CancellationToken cancel)
    {
        var (target, unit) = (figures.Target, figures.Unit.Id);
        var below = db.PathsOf(target).Where(path => path.AncestorId == unit).Select(path => path.DescendantId);
        var dated = db.DetailsOf(target);
        return await db.Organizations.Where(o => below.Contains(o.Id))
            .Select(o => new { o.Id, Name = dated.Where(d => d.OrganizationId == o.Id).Select(d => d.Name).FirstOrDefault() ?? o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
    }

    private async Task<Dictionary<Guid, DateOnly>> DaysAsync(List<CoverageStanding> standings, CancellationToken cancel)
    {
        var days = new Dictionary<Guid, DateOnly>();
        foreach (var chunk in standings.Select(s => s.RecordId).OfType<Guid>().Chunk(PeopleAtOnce))
        {
            await foreach (var row in db.TrainingRecords.Where(r => chunk.Contains(r.Id)).Select(r => new { r.Id, r.CompletionDay }).AsAsyncEnumerable().WithCancellation(cancel))
            {
                days[row.Id] = row.CompletionDay;
            }
        }

        return days;
    }

    private async Task<Lookups> FoundAsync(TargetSummary target, CoverageStanding[] chunk, CancellationToken cancel)
    {
        var people = chunk.Select(s => s.PersonId).Distinct().ToArray();
        var records = chunk.Select(s => s.RecordId).OfType<Guid>().ToArray();
        var exclusions = chunk.Select(s => s.ExclusionId).OfType<Guid>().ToArray();
        var organizations = chunk.Select(s => s.OrganizationId).Concat(chunk.Select(s => s.CountedAtOrganizationId).OfType<Guid>()).Distinct().ToArray();
        var (reachedUnits, reachedPeople) = (scope.Organizations(Capability.ReadCoverage), scope.People(Capability.ReadPeople).Select(p => p.Id));
        var (direct, dated) = (db.PathsOf(target).Where(path => path.Depth == 1), db.DetailsOf(target));
        return new Lookups
        {
            People = await db.People.Where(p => people.Contains(p.Id)).AsNoTracking().ToDictionaryAsync(p => p.Id, cancel),
            Reached = (await reachedPeople.Where(id => people.Contains(id)).Distinct().ToListAsync(cancel)).ToHashSet(),
            Units = await db.Organizations.Where(o => organizations.Contains(o.Id)).Select(o => new UnitLine(
                o.Id, dated.Where(d => d.OrganizationId == o.Id).Select(d => d.Name).FirstOrDefault() ?? o.Name,
                direct.Where(p => p.DescendantId == o.Id).Join(db.Organizations, p => p.AncestorId, above => above.Id, (p, above) =>
                    dated.Where(d => d.OrganizationId == above.Id).Select(d => d.Name).FirstOrDefault() ?? above.Name).FirstOrDefault(),
                reachedUnits.Contains(o.Id))).ToDictionaryAsync(o => o.Id, cancel),
            Records = await db.TrainingRecords.Where(r => records.Contains(r.Id)).AsNoTracking().ToDictionaryAsync(r => r.Id, cancel),
            Exclusions = await db.Exclusions.Where(e => exclusions.Contains(e.Id)).AsNoTracking().ToDictionaryAsync(e => e.Id, cancel),
            Reasons = await ReasonsAsync(target, [.. chunk.Where(s => s.Kind is StandingKind.Missing).Select(s => s.PersonId)], cancel),
        };
    }

    private async Task<Dictionary<Guid, MissingReason>> ReasonsAsync(TargetSummary target, List<CoverageStanding> missing, CancellationToken cancel)
    {
        var reasons = new Dictionary<Guid, MissingReason>();
        foreach (var chunk in missing.Select(s => s.PersonId).Distinct().Chunk(PeopleAtOnce))
        {
            foreach (var (person, reason) in await ReasonsAsync(target, chunk, cancel))
            {
                reasons.Add(person, reason);
            }
        }

        return reasons;
    }

    /// <summary>Why people were missing on the day: the first that applies, from the last to the first.</summary>
    private async Task<Dictionary<Guid, MissingReason>> ReasonsAsync(TargetSummary target, Guid[] people, CancellationToken cancel)
    {
        if (people.Length == 0)
        {
            return [];
        }

        var (programmeId, day, end) = (target.Terms.ProgrammeId, target.CutOff, clock.StartOf(target.CutOff.AddDays(1)));
        var until = target.Moment < end ? target.Moment.Value : end;
        var moment = target.Moment ?? clock.Now;
        var (courseSlug, quizSlug) = target.ProgrammeRule is { } rule ? (rule.CourseSlug, rule.QuizSlug) : ("", "");
        var records = db.TrainingRecords.Where(r => r.ProgrammeId == programmeId && r.CompletionDay <= day && r.RecordedAt <= moment);
        var attempts = db.Attempts.Where(a => a.QuizSlug == quizSlug && a.StartedAt < until);
        return await db.People.Where(p => people.Contains(p.Id)).Select(p => new
        {
            p.Id,
            Reason =
                records.Any(r => r.PersonId == p.Id && db.Revocations.Any(v => v.RecordId == r.Id && v.RecordedAt <= moment)) ? MissingReason.Revoked
                : records.Any(r => r.PersonId == p.Id) ? MissingReason.RecordOutside
                : attempts.Any(a => a.PersonId == p.Id && a.Passed == false && a.SubmittedAt < until) ? MissingReason.Failed
                : attempts.Any(a => a.PersonId == p.Id)
                    || db.LessonCompletions.Any(l => l.PersonId == p.Id && l.CourseSlug == courseSlug && l.FinishedAt < until)
                    || db.CheckAnswers.Any(c => c.PersonId == p.Id && c.CourseSlug == courseSlug && c.AnsweredAt < until) ? MissingReason.Learning
                : MissingReason.NotStarted,
        }).ToDictionaryAsync(row => row.Id, row => row.Reason, cancel);
    }

    private static PersonRow Row(CoverageStanding standing, Lookups found)
    {
        var (person, unit) = (found.People[standing.PersonId], found.Units[standing.OrganizationId]);
        var record = standing.RecordId is { } recordId ? found.Records.GetValueOrDefault(recordId) : null;
        var exclusion = standing.ExclusionId is { } exclusionId ? found.Exclusions.GetValueOrDefault(exclusionId) : null;
        var counted = standing.CountedAtOrganizationId is { } countedId ? found.Units.GetValueOrDefault(countedId) : null;
        return new PersonRow
        {
            PersonId = person.Id,
            Name = person.Name,
            IsAnonymous = person.AnonymizedAt is not null,
            Phone = person.Phone,
            Position = standing.Position,
            OrganizationName = unit.Name,
            AboveName = unit.AboveName,
            Reason = found.Reasons.GetValueOrDefault(person.Id, MissingReason.NotStarted),
            Evidence = record?.Evidence,
            CompletionDay = record?.CompletionDay,
            Why = exclusion?.Why,
            ExcludedFrom = exclusion?.From,
            ExcludedUntil = exclusion?.Until,
            IsCountedElsewhere = standing.CountedAtOrganizationId is not null,
            CountedAtName = counted is { IsReached: true } ? counted.Name : null,
            CountedAtPosition = standing.CountedAtPosition,
            IsInReach = found.Reached.Contains(person.Id),
        };
    }

    private sealed record UnitLine(Guid Id, string Name, string? AboveName, bool IsReached);

    private sealed record Lookups
    {
        public required Dictionary<Guid, Person> People { get; init; }
        public required HashSet<Guid> Reached { get; init; }
        public required Dictionary<Guid, UnitLine> Units { get; init; }
        public required Dictionary<Guid, TrainingRecord> Records { get; init; }
        public required Dictionary<Guid, Exclusion> Exclusions { get; init; }
        public required Dictionary<Guid, MissingReason> Reasons { get; init; }
    }
}
