using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Coverage;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Transcripts;

/// <summary>What the targets of a year asked, of a person and of a unit, and what came of it.</summary>
public sealed class ScoreQuery(Db db, Scope scope, LearningQuery learning, TurnOfDay turn, DayClock clock)
{
    private const int MostPeople = 1000;

    /// <summary>Of one person, by the targets that are known by the year.</summary>
    public async Task<IReadOnlyList<OwedLine>> OwedAsync(Guid personId, int year, CancellationToken cancel)
    {
        await turn.EnsureAsync(cancel);
        var rules = db.TargetRules.On(clock.Today);
        var rows = await (
            from standing in db.CoverageStandings.AsNoTracking()
            where standing.PersonId == personId && (standing.Kind == StandingKind.Missing || standing.Kind == StandingKind.Covered || standing.Kind == StandingKind.Excluded)
            join target in db.CoverageTargets on standing.TargetId equals target.Id
            where target.Year == year
            join rule in rules on target.Id equals rule.TargetId
            join programme in db.Programmes on target.ProgrammeId equals programme.Id
            from record in db.TrainingRecords.Where(one => one.Id == standing.RecordId).DefaultIfEmpty()
            orderby rule.CutOffDay, target.Slug
            select new { target.Name, target.NameEn, Programme = programme.Name, ProgrammeEn = programme.NameEn, rule.Percent, rule.CutOffDay, standing.Kind, Day = (DateOnly?)record.CompletionDay }).ToListAsync(cancel);
        return [.. rows.Select(row => new OwedLine(
            RecordWords.Named(row.Name, row.NameEn), year, RecordWords.Named(row.Programme, row.ProgrammeEn), row.Percent, row.CutOffDay,
            row.Kind == StandingKind.Excluded ? 0 : 1, row.Kind == StandingKind.Covered ? 1 : 0, row.Day))];
    }

    /// <summary>Of a unit within the reach of ReadRecords; null when it is unknown or out of reach, or the year lies ahead.</summary>
    public async Task<UnitScorePage?> UnitAsync(string code, int year, CancellationToken cancel)
    {
        var (wanted, reach) = (code.ToUpperInvariant(), scope.Organizations(Capability.ReadRecords));
        var unit = await db.Organizations.AsNoTracking().Where(one => one.Code == wanted && reach.Contains(one.Id)).Select(one => new { one.Id, one.Code, one.Name }).SingleOrDefaultAsync(cancel);
        if (unit is null || year < 2000 || year > clock.Today.Year)
        {
            return null;
        }

        await turn.EnsureAsync(cancel);
        return new UnitScorePage(unit.Code, unit.Name, year, await FiguresAsync(unit.Id, year, cancel), await PeopleAsync(unit.Id, year, cancel), clock.InZone(clock.Now));
    }

    private async Task<IReadOnlyList<OwedLine>> FiguresAsync(Guid unitId, int year, CancellationToken cancel)
    {
        var (today, rules) = (clock.Today, db.TargetRules.On(clock.Today));
        var below = db.OrganizationPaths.Where(path => path.AncestorId == unitId && path.SupersededAt == null && path.From <= today && today <= path.Until).Select(path => path.DescendantId);
        var sums = db.CoverageCells.Where(cell => below.Contains(cell.OrganizationId)).GroupBy(cell => cell.TargetId)
            .Select(cells => new { TargetId = cells.Key, Counted = cells.Sum(cell => cell.Counted), Covered = cells.Sum(cell => cell.Covered) });
        var rows = await (
            from target in db.CoverageTargets.AsNoTracking()
            where target.Year == year
            join sum in sums on target.Id equals sum.TargetId
            where sum.Counted > 0
            join rule in rules on target.Id equals rule.TargetId
            join programme in db.Programmes on target.ProgrammeId equals programme.Id
            orderby rule.CutOffDay, target.Slug
            select new { target.Name, target.NameEn, Programme = programme.Name, ProgrammeEn = programme.NameEn, rule.Percent, rule.CutOffDay, sum.Counted, sum.Covered }).ToListAsync(cancel);
        return [.. rows.Select(row => new OwedLine(RecordWords.Named(row.Name, row.NameEn), year, RecordWords.Named(row.Programme, row.ProgrammeEn), row.Percent, row.CutOffDay, row.Counted, row.Covered, null))];
    }

    private async Task<IReadOnlyList<UnitScorePage.Line>> PeopleAsync(Guid unitId, int year, CancellationToken cancel)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var posts = await (
            from membership in db.Memberships.Known().AsNoTracking()
            where membership.OrganizationId == unitId && membership.From <= last && first <= membership.Until
            join person in db.People on membership.PersonId equals person.Id
            join position in db.Positions on membership.PositionId equals position.Id
            orderby position.SortOrder, person.Name, membership.IsPrimary descending, membership.FactId
            select new { person.Id, Name = person.AnonymizedAt == null ? person.Name : null, Position = position.Name, position.NameEn }).Take(MostPeople).ToListAsync(cancel);
        var people = posts.DistinctBy(post => post.Id).ToList();
        var ids = people.ConvertAll(person => person.Id);
        var facts = await learning.OfAsync(ids, cancel);
        var owed = (await (
            from standing in db.CoverageStandings.AsNoTracking()
            where ids.Contains(standing.PersonId) && (standing.Kind == StandingKind.Missing || standing.Kind == StandingKind.Covered)
            join target in db.CoverageTargets on standing.TargetId equals target.Id
            where target.Year == year
            select new { standing.PersonId, target.ProgrammeId, IsDone = standing.Kind == StandingKind.Covered }).ToListAsync(cancel)).ToLookup(row => row.PersonId);
        return
        [
            .. from person in people
               let programmes = owed[person.Id].GroupBy(row => row.ProgrammeId).ToList()
               let ofYear = facts[person.Id].Where(fact => fact.Day.Year == year).ToList()
               select new UnitScorePage.Line(
                   person.Id, person.Name, PeopleWords.Named(person.Position, person.NameEn), programmes.Count, programmes.Count(programme => programme.All(row => row.IsDone)),
                   LearningCredit.Minutes(ofYear), ofYear.Count(fact => fact.Kind is LearningKind.Quiz or LearningKind.Assessment)),
        ];
    }
}
