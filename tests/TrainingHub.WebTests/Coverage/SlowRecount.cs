using Microsoft.EntityFrameworkCore;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.WebTests.Coverage;

/// <summary>
/// Counts targets once more, from the facts alone and as plainly as the rules are written: walks parents instead of closure rows, looks at
/// every person for every cell, shares no code with the application's counting.
/// </summary>
internal sealed class SlowRecount
{
    private List<Membership> _memberships = [];
    private List<PositionMapping> _mappings = [];
    private List<OrganizationDetails> _details = [];
    private Dictionary<Guid, List<OrganizationParent>> _parents = [];
    private List<Exclusion> _exclusions = [];
    private List<TrainingRecord> _records = [];
    private HashSet<Guid> _revoked = [];
    private List<Declaration> _declarations = [];
    private List<(CoverageTarget Target, TargetRule Rule, ProgrammeRule? Programme)> _targets = [];

    public required DateOnly Today { get; init; }

    public static async Task<SlowRecount> ReadAsync(Db db, DateOnly today, Guid setter)
    {
        var targets = await db.CoverageTargets.AsNoTracking().Where(t => t.OrganizationId == setter).ToListAsync();
        var rules = await db.TargetRules.AsNoTracking().Where(r => r.SupersededAt == null).ToListAsync();
        var programmes = await db.ProgrammeRules.AsNoTracking().Where(r => r.SupersededAt == null).ToListAsync();
        return new SlowRecount
        {
            Today = today,
            _memberships = await db.Memberships.AsNoTracking().Where(m => m.SupersededAt == null).ToListAsync(),
            _mappings = await db.PositionMappings.AsNoTracking().Where(m => m.SupersededAt == null).ToListAsync(),
            _details = await db.OrganizationDetails.AsNoTracking().Where(d => d.SupersededAt == null).ToListAsync(),
            _parents = (await db.OrganizationParents.AsNoTracking().Where(p => p.SupersededAt == null).ToListAsync())
                .GroupBy(p => p.OrganizationId).ToDictionary(group => group.Key, group => group.ToList()),
            _exclusions = await db.Exclusions.AsNoTracking().Where(e => e.SupersededAt == null).ToListAsync(),
            _records = await db.TrainingRecords.AsNoTracking().ToListAsync(),
            _revoked = [.. await db.Revocations.Select(r => r.RecordId).ToListAsync()],
            _declarations = await db.Declarations.AsNoTracking().Where(d => d.SupersededAt == null).ToListAsync(),
            _targets = targets.ConvertAll(target => (target, rules.Single(rule => rule.TargetId == target.Id),
                programmes.SingleOrDefault(programme => programme.ProgrammeId == target.ProgrammeId))),
        };
    }

    /// <summary>Every cell of the setter's targets as one line of text.</summary>
    public SortedSet<string> Cells()
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (target, rule, programme) in _targets)
        {
            var people = _memberships.Select(m => m.PersonId).Distinct().Select(person => Judge(target, rule, programme, person)).ToList();
            foreach (var organization in _details.Select(d => d.OrganizationId).Distinct().Where(o => IsIn(target, rule, o, CutOff(rule))))
            {
                foreach (var post in Enum.GetValues<CorePosition>().Where(p => int.PopCount((int)p) == 1 && rule.Positions.HasFlag(p)))
                {
                    var counted = people.Count(p => p.Counted == (organization, post));
                    var covered = people.Count(p => p.Counted == (organization, post) && p.IsCovered);
                    var excluded = people.Count(p => p.Excluded == (organization, post));
                    var elsewhere = people.Count(p => p.Elsewhere.Contains((organization, post)));
                    var hasHolders = people.Any(p => p.Holds.Contains((organization, post)));
                    lines.Add(Line(target.Id, organization, post, counted, covered, excluded, elsewhere, Said(organization, post, CutOff(rule), hasHolders)));
                }
            }
        }

        return lines;
    }

    /// <summary>Counted and covered of a target below an organization on the cut-off day.</summary>
    public (int Counted, int Covered) Sum(Guid targetId, Guid below)
    {
        var (target, rule, programme) = _targets.Single(t => t.Target.Id == targetId);
        var people = _memberships.Select(m => m.PersonId).Distinct().Select(person => Judge(target, rule, programme, person))
            .Where(p => p.Counted is { } place && IsBelow(place.Organization, below, CutOff(rule))).ToList();
        return (people.Count, people.Count(p => p.IsCovered));
    }

    public static string Line(CoverageCell cell) =>
        Line(cell.TargetId, cell.OrganizationId, cell.Position, cell.Counted, cell.Covered, cell.Excluded, cell.Elsewhere, cell.Declared);

    private static string Line(Guid target, Guid organization, CorePosition post, int counted, int covered, int excluded, int elsewhere, DeclaredState declared) =>
        $"{target} {organization} {post}: {counted} counted, {covered} covered, {excluded} excluded, {elsewhere} elsewhere, {declared}";

    private Verdict Judge(CoverageTarget target, TargetRule rule, ProgrammeRule? programme, Guid person)
    {
        var onRoster = Held(target, rule, person, rule.RosterDay > Today ? Today : rule.RosterDay);
        var atEnd = Held(target, rule, person, CutOff(rule));
        var verdict = new Verdict { Holds = [.. atEnd.Select(held => held.Place)] };
        if (onRoster.Count == 0 || atEnd.Count == 0)
        {
            return verdict;
        }

        var main = atEnd[0];
        foreach (var held in atEnd)
        {
            if (Compare(held.Membership, main.Membership) < 0)
            {
                main = held;
            }
        }

        var isExcluded = _exclusions.Any(e => e.PersonId == person && e.TargetId == target.Id && e.State == ExclusionState.Approved && e.From <= CutOff(rule) && CutOff(rule) <= e.Until);
        return verdict with
        {
            Counted = isExcluded ? null : main.Place,
            Excluded = isExcluded ? main.Place : null,
            Elsewhere = [.. verdict.Holds.Where(place => place != main.Place)],
            IsCovered = !isExcluded && _records.Any(r => r.PersonId == person && Covers(r, target, rule, programme, person, main.Place.Post)),
        };
    }

    private bool Covers(TrainingRecord record, CoverageTarget target, TargetRule rule, ProgrammeRule? programme, Guid person, CorePosition post)
    {
        if (_revoked.Contains(record.Id) || record.ProgrammeId != target.ProgrammeId || record.CompletionDay > CutOff(rule)
            || record.CompletionDay < rule.WindowFrom || record.CompletionDay > rule.WindowUntil)
        {
            return false;
        }

        if (rule.OnlyWhileValid && record.ValidUntil < CutOff(rule))
        {
            return false;
        }

        return programme?.OnlyWhileInPost != true
            || _memberships.Any(m => m.PersonId == person && m.From <= record.CompletionDay && record.CompletionDay <= m.Until && Core(m.PositionId, record.CompletionDay) == post);
    }

    private List<(Membership Membership, (Guid Organization, CorePosition Post) Place)> Held(CoverageTarget target, TargetRule rule, Guid person, DateOnly day) =>
    [
        .. from m in _memberships
           where m.PersonId == person && m.From <= day && day <= m.Until && rule.Employments.HasFlag(m.Employment)
           let core = Core(m.PositionId, day)
           where core != CorePosition.None && rule.Positions.HasFlag(core) && IsIn(target, rule, m.OrganizationId, day)
           select (m, (m.OrganizationId, core)),
    ];

    private static int Compare(Membership one, Membership other) =>
        one.IsPrimary != other.IsPrimary ? (one.IsPrimary ? -1 : 1)
        : one.From != other.From ? one.From.CompareTo(other.From)
        : string.CompareOrdinal(one.FactId.ToString("N"), other.FactId.ToString("N"));

    private CorePosition Core(Guid position, DateOnly day) =>
        _mappings.SingleOrDefault(m => m.PositionId == position && m.From <= day && day <= m.Until)?.Core ?? CorePosition.None;

    private bool IsIn(CoverageTarget target, TargetRule rule, Guid organization, DateOnly day)
    {
        var detail = _details.SingleOrDefault(d => d.OrganizationId == organization && d.From <= day && day <= d.Until);
        return detail is not null && rule.Kinds.HasFlag(detail.Kind) && detail.Flags.HasFlag(rule.RequiredFlags)
            && (detail.Flags & rule.ExcludedFlags) == OrganizationFlags.None && IsBelow(organization, target.OrganizationId, day);
    }

    private bool IsBelow(Guid organization, Guid above, DateOnly day)
    {
        for (Guid? at = organization; at is { } here; at = ParentOn(here, day))
        {
            if (here == above)
            {
                return true;
            }
        }

        return false;
    }

    private Guid? ParentOn(Guid organization, DateOnly day) =>
        _parents.TryGetValue(organization, out var parents) ? parents.SingleOrDefault(p => p.From <= day && day <= p.Until)?.ParentId : null;

    private DeclaredState Said(Guid organization, CorePosition post, DateOnly day, bool hasHolders)
    {
        if (hasHolders)
        {
            return DeclaredState.Holders;
        }

        var said = _declarations.SingleOrDefault(d => d.OrganizationId == organization && d.Position == post && d.From <= day && day <= d.Until);
        return said switch
        {
            { State: DeclaredState.Vacant } => DeclaredState.Vacant,
            { State: DeclaredState.NotKept, IsConfirmed: true } => DeclaredState.NotKept,
            _ => DeclaredState.NotDeclared,
        };
    }

    private DateOnly CutOff(TargetRule rule) => rule.CutOffDay > Today ? Today : rule.CutOffDay;

    private sealed record Verdict
    {
        public (Guid Organization, CorePosition Post)? Counted { get; init; }
        public (Guid Organization, CorePosition Post)? Excluded { get; init; }
        public HashSet<(Guid Organization, CorePosition Post)> Elsewhere { get; init; } = [];
        public HashSet<(Guid Organization, CorePosition Post)> Holds { get; init; } = [];
        public bool IsCovered { get; init; }
    }
}
