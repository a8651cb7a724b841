using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>
/// Who is counted, who is covered, and where. A person counts once per target: whoever holds a qualifying membership on the roster day and
/// still one on the cut-off day, at the place of that membership on the cut-off day which is primary, else the earliest, else of the lower id.
/// For a day still ahead today stands in.
/// </summary>
/// <param name="catalogue">Posts of the common core.</param>
/// <param name="organizations">Every organization in which one of the people holds, held or will hold a post. One that is absent belongs to no population.</param>
/// <param name="today">Today in the zone.</param>
public sealed class Counting(PositionCatalogue catalogue, IReadOnlyDictionary<Guid, OrganizationHistory> organizations, DateOnly today)
{
    // Many people work in one organization: whether it counts on a day is asked again and again.
    private readonly Dictionary<(Guid Target, Guid Organization, DateOnly Day), bool> _isCounted = [];

    /// <summary>The same facts with another day in the place of today.</summary>
    public Counting On(DateOnly day) => new(catalogue, organizations, day);

    /// <summary>Where the person stands for the target, and until when.</summary>
    public Placement Place(TargetTerms target, PersonFacts person)
    {
        var candidates = Candidates(target, person);
        return new Placement([.. Standings(target, person, candidates)], NextBoundary(target, person, candidates));
    }

    /// <summary>Where the person stands for the target today, at most once per organization and post.</summary>
    public IEnumerable<CoverageStanding> Stand(TargetTerms target, PersonFacts person) => Standings(target, person, Candidates(target, person));

    /// <summary>The cell of one organization of the population and one post.</summary>
    /// <param name="target">The target.</param>
    /// <param name="organizationId">An organization of its population.</param>
    /// <param name="post">Exactly one post.</param>
    /// <param name="tally">How many people stand there, by kind.</param>
    /// <param name="declarations">What we know that the unit said of its posts, whatever the days.</param>
    public CoverageCell Cell(TargetTerms target, Guid organizationId, CorePosition post, StandingTally tally, IEnumerable<Declaration> declarations) => new()
    {
        TargetId = target.TargetId,
        OrganizationId = organizationId,
        Position = post,
        Day = today,
        Counted = tally.Counted,
        Covered = tally[StandingKind.Covered],
        Excluded = tally[StandingKind.Excluded],
        Elsewhere = tally[StandingKind.CountedElsewhere],
        Declared = Declared(target, tally.HasHolders, declarations.Where(declaration => declaration.Position == post)),
    };

    /// <summary>Whether an organization belongs to the target's population on its cut-off day, so that it has a cell for each post.</summary>
    public bool IsPopulation(TargetTerms target, Guid organizationId) => IsCounted(target, organizationId, target.CutOffDayOn(today));

    /// <summary>
    /// What is known of a post on the cut-off day. Holders on the roster outweigh what was said; that there are holders counts only
    /// once the roster names them, for nobody counted must be vacant, not kept or not declared.
    /// </summary>
    /// <param name="target">The target.</param>
    /// <param name="hasHolders">Whether somebody holds the post on the cut-off day, counted or not.</param>
    /// <param name="declarations">What we know that the unit said of this post, whatever the days.</param>
    public DeclaredState Declared(TargetTerms target, bool hasHolders, IEnumerable<Declaration> declarations)
    {
        if (hasHolders)
        {
            return DeclaredState.Holders;
        }

        var cutOff = target.CutOffDayOn(today);
        var said = declarations.Where(declaration => declaration.HoldsOn(cutOff))
            .OrderByDescending(declaration => declaration.RecordedAt).ThenByDescending(declaration => declaration.Id).FirstOrDefault();
        return said?.Effective is DeclaredState.Vacant or DeclaredState.NotKept ? said.Effective : DeclaredState.NotDeclared;
    }

    /// <summary>The next day on which the organization's cells may change through its own facts; null when none does.</summary>
    public DateOnly? NextBoundary(TargetTerms target, Guid organizationId, IEnumerable<Declaration> declarations) =>
        Boundary.Next(
            (organizations.TryGetValue(organizationId, out var history) ? history.Boundaries(target) : [])
                .Concat(declarations.SelectMany(declaration => Boundary.Of(declaration.From, declaration.Until)))
                .Concat(target.ProgrammeRules.SelectMany(rule => Boundary.Of(rule.From, rule.Until))),
            target, today);

    private IEnumerable<CoverageStanding> Standings(TargetTerms target, PersonFacts person, List<Membership> candidates)
    {
        var (roster, cutOff) = (target.RosterDayOn(today), target.CutOffDayOn(today));
        var before = PlacesOn(target, candidates, roster);
        var now = roster == cutOff ? before : PlacesOn(target, candidates, cutOff);
        if (now.Count == 0)
        {
            return before.Select(place => Stand(target, person, place, StandingKind.Left));
        }

        if (before.Count == 0)
        {
            return now.Select(place => Stand(target, person, place, StandingKind.Arrived));
        }

        var counted = now[0];
        return [
            StandCounted(target, person, counted, cutOff),
            .. now.Skip(1).Select(place => StandElsewhere(target, person, place, StandingKind.CountedElsewhere, counted)),
            // Gone from here, but counted where the person went.
            .. before.Except(now).Select(place => StandElsewhere(target, person, place, StandingKind.Left, counted)),
        ];
    }

    /// <summary>The places that the person holds on a day and that qualify, the one that counts first.</summary>
    private List<Place> PlacesOn(TargetTerms target, List<Membership> candidates, DateOnly day) => candidates switch
    {
        // Nearly everybody; a whole county is counted in a moment only without sorting for them.
        [var only] => Qualifies(target, only, day) ? [new Place(only.OrganizationId, catalogue.CoreOn(only.PositionId, day))] : [],
        _ => OrderedPlacesOn(target, candidates, day),
    };

    private List<Place> OrderedPlacesOn(TargetTerms target, List<Membership> candidates, DateOnly day) =>
    [
        .. candidates
            .Where(membership => Qualifies(target, membership, day))
            .OrderByDescending(membership => membership.IsPrimary).ThenBy(membership => membership.From).ThenBy(membership => membership.FactId)
            .Select(membership => new Place(membership.OrganizationId, catalogue.CoreOn(membership.PositionId, day)))
            .Distinct(),
    ];

    private bool Qualifies(TargetTerms target, Membership membership, DateOnly day) =>
        membership.HoldsOn(day)
        && (catalogue.CoreOn(membership.PositionId, day) & target.Rule.Positions) != CorePosition.None
        && IsCounted(target, membership.OrganizationId, day);

    private List<Membership> Candidates(TargetTerms target, PersonFacts person) =>
        [.. person.Memberships.Where(membership => IsCandidate(target, membership))];

    private bool IsCandidate(TargetTerms target, Membership membership) =>
        (target.Rule.Employments & membership.Employment) != Employment.None && catalogue.IsEver(membership.PositionId, target.Rule.Positions);

    private bool IsCounted(TargetTerms target, Guid organizationId, DateOnly day)
    {
        var key = (target.TargetId, organizationId, day);
        if (!_isCounted.TryGetValue(key, out var isCounted))
        {
            isCounted = organizations.TryGetValue(organizationId, out var history) && history.IsCounted(target, day);
            _isCounted.Add(key, isCounted);
        }

        return isCounted;
    }

    private CoverageStanding StandCounted(TargetTerms target, PersonFacts person, Place place, DateOnly cutOff)
    {
        if (ExclusionOn(target, person, cutOff) is { } exclusion)
        {
            var excluded = Stand(target, person, place, StandingKind.Excluded);
            excluded.ExclusionId = exclusion.Id;
            return excluded;
        }

        var record = CoveringRecord(target, person, place.Position, cutOff);
        var standing = Stand(target, person, place, record is null ? StandingKind.Missing : StandingKind.Covered);
        standing.RecordId = record?.RecordId;
        return standing;
    }

    private static Exclusion? ExclusionOn(TargetTerms target, PersonFacts person, DateOnly cutOff) =>
        person.Exclusions
            .Where(exclusion => exclusion.TargetId == target.TargetId && exclusion.State is ExclusionState.Approved && exclusion.HoldsOn(cutOff))
            .OrderBy(exclusion => exclusion.From).ThenBy(exclusion => exclusion.FactId).FirstOrDefault();

    /// <summary>The earliest record that satisfies the target.</summary>
    private EarnedRecord? CoveringRecord(TargetTerms target, PersonFacts person, CorePosition post, DateOnly cutOff)
    {
        var isOnlyWhileInPost = target.IsOnlyWhileInPostOn(cutOff);
        return person.Records
            .Where(record => record.ProgrammeId == target.ProgrammeId
                && target.Rule.WindowFrom <= record.CompletionDay && record.CompletionDay <= target.Rule.WindowUntil
                && record.CompletionDay <= cutOff
                && (!target.Rule.OnlyWhileValid || record.IsValidOn(cutOff))
                && (!isOnlyWhileInPost || HeldOn(person, post, record.CompletionDay)))
            .OrderBy(record => record.CompletionDay).ThenBy(record => record.RecordId).FirstOrDefault();
    }

    /// <summary>Whether the person held the kind of post, in whatever organization, on a day.</summary>
    private bool HeldOn(PersonFacts person, CorePosition post, DateOnly day) =>
        person.Memberships.Any(membership => membership.HoldsOn(day) && catalogue.CoreOn(membership.PositionId, day) == post);

    private static CoverageStanding StandElsewhere(TargetTerms target, PersonFacts person, Place place, StandingKind kind, Place counted)
    {
        var standing = Stand(target, person, place, kind);
        standing.CountedAtOrganizationId = counted.OrganizationId;
        standing.CountedAtPosition = counted.Position;
        return standing;
    }

    private static CoverageStanding Stand(TargetTerms target, PersonFacts person, Place place, StandingKind kind) => new()
    {
        TargetId = target.TargetId,
        PersonId = person.PersonId,
        OrganizationId = place.OrganizationId,
        Position = place.Position,
        Kind = kind,
    };

    private DateOnly? NextBoundary(TargetTerms target, PersonFacts person, List<Membership> candidates)
    {
        if (candidates.Count == 0)
        {
            return null;
        }

        var boundaries = candidates.SelectMany(membership => Boundary.Of(membership.From, membership.Until)
            .Concat(catalogue.Boundaries(membership.PositionId))
            .Concat(organizations.TryGetValue(membership.OrganizationId, out var history) ? history.Boundaries(target) : []));
        var exclusions = person.Exclusions.Where(exclusion => exclusion.TargetId == target.TargetId && exclusion.State is ExclusionState.Approved)
            .SelectMany(exclusion => Boundary.Of(exclusion.From, exclusion.Until));
        var records = person.Records.Where(record => record.ProgrammeId == target.ProgrammeId)
            .SelectMany(record => Boundary.Of(record.CompletionDay, target.Rule.OnlyWhileValid && record.ValidUntil is { } until ? until : Time.Day.Open));
        return Boundary.Next(boundaries.Concat(exclusions).Concat(records), target, today);
    }
}
