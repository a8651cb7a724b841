using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Reads what counting needs, for many people at a time: so many statements, however many people.</summary>
public sealed class CountingFacts(Db db)
{
    public async Task<CountingTerms> TermsAsync(DateOnly today, CancellationToken cancel)
    {
        var (rules, programmeRules) = (db.TargetRules.Known(), db.ProgrammeRules.Known());
        var rows = await (
            from target in db.CoverageTargets
            join rule in rules on target.Id equals rule.TargetId
            from programmeRule in programmeRules.Where(p => p.ProgrammeId == target.ProgrammeId).DefaultIfEmpty()
            select new { target.Id, target.OrganizationId, target.ProgrammeId, rule, programmeRule }).AsNoTracking().ToListAsync(cancel);
        var mappings = await db.PositionMappings.Known().AsNoTracking().ToListAsync(cancel);
        var targets = rows.Where(row => row.rule.HoldsOn(today)).GroupBy(row => row.Id).Select(group => new TargetTerms
        {
            TargetId = group.Key,
            SetterId = group.First().OrganizationId,
            ProgrammeId = group.First().ProgrammeId,
            Rule = group.MaxBy(row => row.rule.RecordedAt)!.rule,
            ProgrammeRules = [.. group.Select(row => row.programmeRule).OfType<Programmes.ProgrammeRule>().DistinctBy(rule => rule.Id)],
        });
        var ruleDays = rows.SelectMany(row => new[] { row.rule.From, row.rule.Until < Day.Open ? row.rule.Until.AddDays(1) : Day.Beginning });
        return new CountingTerms(today, [.. targets], new PositionCatalogue(mappings),
            ruleDays.Where(day => day > today).Select(day => (DateOnly?)day).Min());
    }

    /// <summary>The rules of counting over the organizations named.</summary>
    public async Task<Counting> CountingAsync(CountingTerms terms, IReadOnlyCollection<Guid> organizations, CancellationToken cancel)
    {
        var histories = new Dictionary<Guid, OrganizationHistory>();
        var (setters, paths, details) = (terms.Setters, db.OrganizationPaths.Where(p => p.SupersededAt == null), db.OrganizationDetails.Known());
        foreach (var chunk in organizations.Chunk(1000))
        {
            var rows = await (
                from detail in details
                where chunk.Contains(detail.OrganizationId)
                from path in paths.Where(p => p.DescendantId == detail.OrganizationId && setters.Contains(p.AncestorId)).DefaultIfEmpty()
                select new { detail, path }).AsNoTracking().ToListAsync(cancel);
            foreach (var group in rows.GroupBy(row => row.detail.OrganizationId))
            {
                histories[group.Key] = new OrganizationHistory(
                    [.. group.Select(row => row.detail).DistinctBy(detail => detail.Id)],
                    [.. group.Select(row => row.path).OfType<Organizations.OrganizationPath>().DistinctBy(path => path.Id)]);
            }
        }

        return new Counting(terms.Catalogue, histories, terms.Today);
    }

    /// <summary>Who may enter a figure through one of the organizations.</summary>
    public async Task<IReadOnlyCollection<Guid>> PeopleOfAsync(CountingTerms terms, IReadOnlyCollection<Guid> organizations, CancellationToken cancel)
    {
        var people = new HashSet<Guid>();
        var (memberships, positions) = (db.Memberships.Known(), terms.Positions);
        foreach (var chunk in organizations.Chunk(1000))
        {
            people.UnionWith(await memberships.Where(m => chunk.Contains(m.OrganizationId) && positions.Contains(m.PositionId)).Select(m => m.PersonId)
                .Union(db.CoverageStandings.Where(s => chunk.Contains(s.OrganizationId)).Select(s => s.PersonId)).ToListAsync(cancel));
        }

        return people;
    }

    public async Task<PeopleFound> PeopleAsync(CountingTerms terms, Guid[] people, CancellationToken cancel)
    {
        var (positions, programmes) = (terms.Positions, terms.Programmes);
        var standings = await db.CoverageStandings.Where(s => EF.Parameter(people).Contains(s.PersonId)).AsNoTracking().ToListAsync(cancel);
        var memberships = await db.Memberships.Known().Where(m => EF.Parameter(people).Contains(m.PersonId) && EF.Parameter(positions).Contains(m.PositionId))
            .AsNoTracking().ToListAsync(cancel);
        if (memberships.Count == 0)
        {
            return new PeopleFound([.. people.Select(person => new PersonFacts { PersonId = person })], standings);
        }

        var exclusions = await db.Exclusions.Known().Where(e => EF.Parameter(people).Contains(e.PersonId) && e.State == ExclusionState.Approved)
            .AsNoTracking().ToListAsync(cancel);
        var records = await db.TrainingRecords
            .Where(r => EF.Parameter(people).Contains(r.PersonId) && EF.Parameter(programmes).Contains(r.ProgrammeId) && !db.Revocations.Any(v => v.RecordId == r.Id))
            .Select(r => new { r.PersonId, Record = new EarnedRecord(r.Id, r.ProgrammeId, r.CompletionDay, r.ValidUntil) }).ToListAsync(cancel);
        var (held, excluded, earned) = (memberships.ToLookup(m => m.PersonId), exclusions.ToLookup(e => e.PersonId), records.ToLookup(r => r.PersonId, r => r.Record));
        return new PeopleFound(
            [.. people.Select(person => new PersonFacts { PersonId = person, Memberships = [.. held[person]], Exclusions = [.. excluded[person]], Records = [.. earned[person]] })],
            standings);
    }
}
