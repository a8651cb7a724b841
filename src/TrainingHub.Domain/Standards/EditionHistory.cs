namespace TrainingHub.Standards;

/// <summary>
/// All editions that are known, and which took over from which. An edition counts as replaced from the first day of the edition that
/// names it as replaced, whatever its own file still says; an edition that ended with nothing in its place is repealed as a whole.
/// </summary>
public sealed class EditionHistory
{
    private readonly Dictionary<EditionName, StandardEdition> editions;
    private readonly Dictionary<EditionName, List<StandardEdition>> successors = [];
    private readonly ILookup<string, StandardEdition> documents;

    /// <summary>Reads how the editions follow each other.</summary>
    /// <param name="editions">Each name once.</param>
    public EditionHistory(IEnumerable<StandardEdition> editions)
    {
        this.editions = editions.ToDictionary(edition => edition.Name);
        foreach (var edition in this.editions.Values.Where(edition => edition.Replaces is not null))
        {
            if (!successors.TryGetValue(edition.Replaces!, out var later))
            {
                successors[edition.Replaces!] = later = [];
            }

            later.Add(edition);
        }

        All = [.. this.editions.Values.OrderBy(edition => edition.Slug, StringComparer.Ordinal).ThenByDescending(edition => edition.FirstDay())];
        documents = All.ToLookup(edition => edition.Slug, StringComparer.Ordinal);
    }

    /// <summary>Every edition, by document and then from the newest to the oldest.</summary>
    public IReadOnlyList<StandardEdition> All { get; }

    /// <summary>The edition of this name; null when there is none.</summary>
    public StandardEdition? Find(EditionName name) => editions.GetValueOrDefault(name);

    /// <summary>Editions of a document from the newest to the oldest.</summary>
    public IReadOnlyList<StandardEdition> EditionsOf(string slug) => [.. documents[slug]];

    /// <summary>
    /// The edition that a reader of this day is shown: the one in force, else one to be checked, else one that holds from a later day, else the newest.
    /// Null for an unknown document.
    /// </summary>
    public StandardEdition? CurrentOf(string slug, DateOnly day) => EditionsOf(slug)
        .OrderBy(edition => (StatusOn(edition, day), IsAhead(edition, day)) switch
        {
            (EditionStatus.InForce, false) => 0,
            (EditionStatus.ToBeChecked, _) => 1,
            (EditionStatus.InForce, true) => 2,
            _ => 3,
        })
        .FirstOrDefault();

    /// <summary>The edition that stands in the place of this one on that day; null when none does.</summary>
    public StandardEdition? SuccessorOf(EditionName name, DateOnly day) => successors.GetValueOrDefault(name)?
        .Where(later => later.Status is not EditionStatus.ToBeChecked && IsBegun(later, day))
        .MinBy(later => later.FirstDay());

    /// <summary>现行、已被替代 or 待核 on that day.</summary>
    public EditionStatus StatusOn(StandardEdition edition, DateOnly day)
    {
        if (edition.Status is EditionStatus.ToBeChecked)
        {
            return EditionStatus.ToBeChecked;
        }

        var isOver = edition.Status is EditionStatus.Replaced || edition.InForceUntil < day || SuccessorOf(edition.Name, day) is not null;
        return isOver ? EditionStatus.Replaced : EditionStatus.InForce;
    }

    /// <summary>Whether the edition is published already but holds only from a later day.</summary>
    public static bool IsAhead(StandardEdition edition, DateOnly day) => !IsBegun(edition, day);

    /// <summary>The editions in whose place this one stands, the nearest first.</summary>
    public IReadOnlyList<EditionName> PredecessorsOf(EditionName name)
    {
        var predecessors = new List<EditionName>();
        for (var next = Find(name)?.Replaces; next is not null && next != name && !predecessors.Contains(next); next = Find(next)?.Replaces)
        {
            predecessors.Add(next);
        }

        return predecessors;
    }

    /// <summary>The clauses of earlier editions that became this one, whether or not their text changed, the nearest first.</summary>
    public IReadOnlyList<ClauseName> OriginsOf(EditionName name, string number)
    {
        var origins = new List<ClauseName>();
        var later = Find(name);
        foreach (var predecessor in PredecessorsOf(name))
        {
            if (later is null || Find(predecessor) is not { } earlier || EditionComparison.Of(earlier, later).OriginOf(number) is not { } clause)
            {
                break;
            }

            origins.Add(new ClauseName(predecessor, clause.Number));
            (later, number) = (earlier, clause.Number);
        }

        return origins;
    }

    /// <summary>
    /// What a clause became in a later edition, followed from each edition to the next; in its own edition itself. Null where it was removed on the way, or
    /// where that edition does not stand in the place of its own.
    /// </summary>
    public Clause? HeirOf(ClauseName clause, EditionName later)
    {
        List<EditionName> steps = [later, .. PredecessorsOf(later)];
        var start = steps.IndexOf(clause.Edition);
        if (start < 0 || Find(clause.Edition) is not { } edition)
        {
            return null;
        }

        var heir = edition.FindClause(clause.Number);
        for (var step = start - 1; step >= 0 && heir is not null; step--)
        {
            if (Find(steps[step]) is not { } next)
            {
                return null;
            }

            (heir, edition) = (EditionComparison.Of(edition, next).HeirOf(heir.Number), next);
        }

        return heir;
    }

    /// <summary>The days after this one on which what is known now takes effect: an edition takes over, or one ends. Ascending, each once.</summary>
    public IReadOnlyList<DateOnly> ChangesAfter(DateOnly day) =>
    [
        .. All.SelectMany(edition => new[]
            {
                edition.Replaces is not null && edition.Status is not EditionStatus.ToBeChecked ? edition.InForceFrom ?? edition.Issued : (DateOnly?)null,
                edition.InForceUntil is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null,
            })
            .OfType<DateOnly>().Where(change => change > day).Distinct().Order(),
    ];

    /// <summary>Whether something may still rest on the clause on that day, followed through every later edition.</summary>
    public ClauseStanding StandingOf(EditionName name, string number, DateOnly day) =>
        Find(name) is { } edition && edition.FindClause(number) is not null ? Follow(edition, number, day) : ClauseStanding.Unknown;

    /// <summary>The same for what rests on an edition without naming a clause: a replaced edition may say something else now.</summary>
    public ClauseStanding StandingOf(EditionName name, DateOnly day) => Find(name) is not { } edition
        ? ClauseStanding.Unknown
        : StatusOn(edition, day) switch
        {
            EditionStatus.InForce => ClauseStanding.InForce,
            EditionStatus.ToBeChecked => ClauseStanding.ToBeChecked,
            _ => SuccessorOf(name, day) is null ? ClauseStanding.Repealed : ClauseStanding.Altered,
        };

    private ClauseStanding Follow(StandardEdition edition, string number, DateOnly day)
    {
        var standing = ClauseStanding.InForce;
        var seen = new HashSet<EditionName>();
        while (seen.Add(edition.Name))
        {
            switch (StatusOn(edition, day))
            {
                case EditionStatus.InForce:
                    return standing;
                case EditionStatus.ToBeChecked:
                    return ClauseStanding.ToBeChecked;
            }

            if (SuccessorOf(edition.Name, day) is not { } later)
            {
                return ClauseStanding.Repealed;
            }

            switch (EditionComparison.Of(edition, later).FateOf(number))
            {
                case ClauseChange.Kept:
                    standing = Worse(standing, ClauseStanding.CarriedOn);
                    break;
                case ClauseChange.Moved moved:
                    (standing, number) = (Worse(standing, ClauseStanding.CarriedOn), moved.After.Number);
                    break;
                case ClauseChange.Altered altered:
                    (standing, number) = (ClauseStanding.Altered, altered.After.Number);
                    break;
                default:
                    return ClauseStanding.Repealed;
            }

            edition = later;
        }

        // Two editions that name each other: nothing tells which one holds.
        return ClauseStanding.Repealed;
    }

    private static ClauseStanding Worse(ClauseStanding one, ClauseStanding other) => one > other ? one : other;

    private static bool IsBegun(StandardEdition edition, DateOnly day) => edition.FirstDay() <= day;
}
