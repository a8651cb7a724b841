using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>
/// Reads the facts behind one target's figure as of its day and its moment of knowledge: narrow rows of candidates alone, untracked, one statement for
/// each kind of fact, however many people there are.
/// </summary>
public sealed class FactsAsOf(Db db)
{
    /// <summary>The rules of counting on the target's day, over every organization that ever stood below its setter.</summary>
    public async Task<Counting> CountingAsync(TargetSummary target, CancellationToken cancel)
    {
        var (setter, mappings) = (target.Terms.SetterId, await db.PositionMappings.KnownAt(target.Moment).AsNoTracking().ToListAsync(cancel));
        var under = db.PathsKnown(target).Where(path => path.AncestorId == setter);
        var paths = (await under.AsNoTracking().ToListAsync(cancel)).ToLookup(path => path.DescendantId);
        var details = await db.OrganizationDetails.KnownAt(target.Moment).Where(detail => under.Select(path => path.DescendantId).Contains(detail.OrganizationId))
            .AsNoTracking().ToListAsync(cancel);
        return new Counting(
            new PositionCatalogue(mappings),
            details.GroupBy(detail => detail.OrganizationId)
                .ToDictionary(group => group.Key, group => new OrganizationHistory([.. group], [.. paths[group.Key]])),
            target.Today);
    }

    /// <summary>Everybody who may stand somewhere at the unit or below it, one after the other, with all that decides where.</summary>
    /// <param name="target">The target with its day.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="first">The first of the days that are asked about up to the target's own; that one alone when it is its cut-off day.</param>
    /// <param name="hasIds">Whether records need ids: figures do without, names do not.</param>
    /// <param name="cancel">Stops it.</param>
    public async IAsyncEnumerable<PersonFacts> PeopleAsync(TargetSummary target, Guid unit, DateOnly first, bool hasIds, [EnumeratorCancellation] CancellationToken cancel)
    {
        var exclusions = await ExclusionsAsync(target, first, cancel);
        var records = await RecordsAsync(target, unit, first, hasIds, cancel);
        var held = new List<Membership>();
        await foreach (var membership in Held(target, unit, first).OrderBy(m => m.PersonId).Select(m => new Membership
        {
            Id = m.Id,
            FactId = m.FactId,
            PersonId = m.PersonId,
            OrganizationId = m.OrganizationId,
            PositionId = m.PositionId,
            From = m.From,
            Until = m.Until,
            IsPrimary = m.IsPrimary,
            Employment = m.Employment,
            RecordedAt = m.RecordedAt,
        }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (held is [var earlier, ..] && earlier.PersonId != membership.PersonId)
            {
                yield return Person(held, exclusions, records);
                held = [];
            }

            held.Add(membership);
        }

        if (held.Count > 0)
        {
            yield return Person(held, exclusions, records);
        }
    }

    /// <summary>What units said of the target's posts on its cut-off day.</summary>
    public async Task<ILookup<Guid, Declaration>> DeclarationsAsync(TargetSummary target, Guid unit, CancellationToken cancel)
    {
        var (day, posts, units) = (target.CutOff, target.Rule.Positions, db.PathsOf(target).Where(path => path.AncestorId == unit).Select(path => path.DescendantId));
        return (await db.Declarations.KnownAt(target.Moment)
            .Where(d => d.From <= day && day <= d.Until && (d.Position & posts) != CorePosition.None && units.Contains(d.OrganizationId))
            .AsNoTracking().ToListAsync(cancel)).ToLookup(d => d.OrganizationId);
    }

    /// <summary>The people of <see cref="PeopleAsync"/> on the target's day.</summary>
    public IQueryable<Guid> PeopleIds(TargetSummary target, Guid unit) => Held(target, unit, target.CutOff).Select(m => m.PersonId).Distinct();

    private static PersonFacts Person(List<Membership> held, ILookup<Guid, Exclusion> exclusions, Dictionary<Guid, EarnedRecord[]> records) => new()
    {
        PersonId = held[0].PersonId,
        Memberships = held,
        Exclusions = [.. exclusions[held[0].PersonId]],
        Records = records.GetValueOrDefault(held[0].PersonId) ?? [],
    };

    /// <summary>Posts that can matter on the days asked about: held on them, on the roster day or, where training must be done in post, within the window.</summary>
    private IQueryable<Membership> Held(TargetSummary target, Guid unit, DateOnly first)
    {
        var (roster, cutOff, posts, isOneDay) = (target.Roster, target.CutOff, target.Rule.Positions, first == target.CutOff);
        var begin = first < roster ? first : roster;
        var mappings = db.PositionMappings.KnownAt(target.Moment);
        var memberships = db.Memberships.KnownAt(target.Moment)
            .Where(m => mappings.Where(p => (p.Core & posts) != CorePosition.None).Select(p => p.PositionId).Contains(m.PositionId));
        var held = isOneDay
            ? memberships.Where(m => (m.From <= roster && roster <= m.Until) || (m.From <= cutOff && cutOff <= m.Until))
            : memberships.Where(m => m.From <= cutOff && begin <= m.Until);
        if (unit != target.Terms.SetterId)
        {
            var here = (isOneDay ? db.PathsOf(target) : db.PathsKnown(target)).Where(path => path.AncestorId == unit)
                .Join(held, path => path.DescendantId, m => m.OrganizationId, (path, m) => m.PersonId);
            held = held.Where(m => here.Contains(m.PersonId));
            memberships = memberships.Where(m => here.Contains(m.PersonId));
        }

        begin = target.Rule.WindowFrom < begin ? target.Rule.WindowFrom : begin;
        return target.Terms.ProgrammeRules.Any(rule => rule.OnlyWhileInPost) ? memberships.Where(m => m.From <= cutOff && begin <= m.Until) : held;
    }

    private async Task<ILookup<Guid, Exclusion>> ExclusionsAsync(TargetSummary target, DateOnly first, CancellationToken cancel)
    {
        var (id, day) = (target.Id, target.CutOff);
        return (await db.Exclusions.KnownAt(target.Moment)
            .Where(e => e.TargetId == id && e.State == ExclusionState.Approved && e.From <= day && first <= e.Until)
            .AsNoTracking().ToListAsync(cancel)).ToLookup(e => e.PersonId);
    }

    /// <summary>Records that satisfy the target but for what <see cref="Counting"/> has yet to look at: all of a person's where that matters, else the one that covers.</summary>
    private async Task<Dictionary<Guid, EarnedRecord[]>> RecordsAsync(TargetSummary target, Guid unit, DateOnly first, bool hasIds, CancellationToken cancel)
    {
        // Which of several covers depends on the post or, on more days than one, on how long they are valid.
        var isAny = target.Terms.ProgrammeRules.Any(rule => rule.OnlyWhileInPost) || (target.Rule.OnlyWhileValid && first != target.CutOff);
        var (revoked, programme, found) = (Revoked(target), target.Terms.ProgrammeId, new Dictionary<Guid, EarnedRecord[]>());
        var records = Satisfying(target, unit, first == target.CutOff).Where(r => !revoked.Contains(r.Id));
        if (!isAny && !hasIds)
        {
            // Of a million rows the database hands over one for each person.
            await foreach (var row in records.GroupBy(r => r.PersonId).Select(group => new { group.Key, Day = group.Min(r => r.CompletionDay) }).AsAsyncEnumerable().WithCancellation(cancel))
            {
                found.Add(row.Key, [new EarnedRecord(Guid.Empty, programme, row.Day, null)]);
            }

            return found;
        }

        await foreach (var row in records.Select(r => new { r.PersonId, r.Id, r.CompletionDay, r.ValidUntil }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var record = new EarnedRecord(row.Id, programme, row.CompletionDay, row.ValidUntil);
            if (!found.TryGetValue(row.PersonId, out var known))
            {
                found.Add(row.PersonId, [record]);
            }
            else if (isAny)
            {
                found[row.PersonId] = [.. known, record];
            }
            else if (record.IsBefore(known[0]))
            {
                known[0] = record;
            }
        }

        return found;
    }

    private IQueryable<Guid> Revoked(TargetSummary target) => target.Moment is { } moment
        ? db.Revocations.Where(v => v.RecordedAt <= moment).Select(v => v.RecordId)
        : db.Revocations.Select(v => v.RecordId);

    private IQueryable<Records.TrainingRecord> Satisfying(TargetSummary target, Guid unit, bool isOneDay)
    {
        var (programme, from, cutOff) = (target.Terms.ProgrammeId, target.Rule.WindowFrom, target.CutOff);
        var last = target.Rule.WindowUntil < cutOff ? target.Rule.WindowUntil : cutOff;
        var records = db.TrainingRecords.Where(r => r.ProgrammeId == programme && from <= r.CompletionDay && r.CompletionDay <= last);
        if (target.Moment is { } moment)
        {
            records = records.Where(r => r.RecordedAt <= moment);
        }

        if (target.Rule.OnlyWhileValid && isOneDay)
        {
            records = records.Where(r => r.ValidUntil == null || cutOff <= r.ValidUntil);
        }

        if (unit != target.Terms.SetterId)
        {
            var people = Held(target, unit, isOneDay ? cutOff : from).Select(m => m.PersonId).Distinct();
            records = records.Where(r => people.Contains(r.PersonId));
        }

        return records;
    }
}
