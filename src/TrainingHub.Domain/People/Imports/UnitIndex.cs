using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>
/// Finds a unit by its full name or code, or by what a person said a name means; never guesses, but says which may be meant. A former name, or
/// that of a unit that was closed before the day, proposes the one that bears or follows it.
/// </summary>
public sealed class UnitIndex
{
    /// <summary>So many units are proposed for one name.</summary>
    public const int MostProposals = 5;

    // A file with more wrong names than this is the wrong file: comparing each with each unit would take long and help nobody.
    private const int MostSearches = 300;

    // Mergers of mergers of mergers.
    private const int MostSuccessions = 10;

    private readonly DateOnly _day;
    private readonly ILookup<string, KnownUnit> _byName;
    private readonly ILookup<string, KnownUnit> _byFormerName;
    private readonly Dictionary<string, KnownUnit> _byCode;
    private readonly Dictionary<Guid, KnownUnit> _byId;
    private readonly List<KnownUnit> _spoken;
    private readonly Dictionary<string, KnownUnit> _meant = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, DateOnly), (KnownUnit?, RowProblem?)> _found = [];
    private readonly Dictionary<string, RowProblem> _near = new(StringComparer.Ordinal);
    private int _searches;

    /// <param name="units">Those within reach.</param>
    /// <param name="meanings">What a person said about names.</param>
    /// <param name="day">The day from which the file holds: units that ended before it are closed.</param>
    public UnitIndex(IReadOnlyCollection<KnownUnit> units, IEnumerable<UnitMeaning> meanings, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(meanings);
        _day = day;
        _byName = units.ToLookup(unit => unit.FoldedName, StringComparer.Ordinal);
        _byFormerName = units.SelectMany(unit => unit.FormerNames.Distinct(StringComparer.Ordinal), (unit, name) => (unit, name)).ToLookup(pair => pair.name, pair => pair.unit, StringComparer.Ordinal);
        _byCode = units.ToDictionary(unit => unit.Code, StringComparer.OrdinalIgnoreCase);
        _byId = units.ToDictionary(unit => unit.Id);
        _spoken = [.. units.Where(unit => unit.IsSpokenFor)];
        foreach (var meaning in meanings)
        {
            if (_spoken.Find(unit => unit.Id == meaning.OrganizationId) is { } unit)
            {
                _meant[NameFolding.Fold(meaning.Written)] = unit;
            }
        }
    }

    /// <summary>The one unit the import speaks for; null when there are several.</summary>
    public KnownUnit? Only => _spoken.Count == 1 ? _spoken[0] : null;

    /// <summary>The unit, or why the row cannot be written.</summary>
    /// <param name="text">As the file writes it.</param>
    /// <param name="lastDay">Last day of the post (included): one that ended while the unit existed stays there.</param>
    public (KnownUnit? Unit, RowProblem? Problem) Find(string? text, DateOnly lastDay)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Only is not { } only ? (null, new RowProblem(RowReason.UnitMissing, RosterColumn.Unit))
                : IsClosed(only, lastDay) ? (null, Closed(only.Name))
                : (only, null);
        }

        // Which day it is matters of posts that are over only.
        var key = (text, lastDay < _day ? lastDay : DateOnly.MaxValue);
        if (!_found.TryGetValue(key, out var found))
        {
            _found[key] = found = Search(text, lastDay);
        }

        return found;
    }

    /// <summary>Units that a name may mean, the nearest first: all of exactly that name, else those that bore it, else those of a similar one.</summary>
    public IReadOnlyList<KnownUnit> Propose(string text)
    {
        var folded = NameFolding.Fold(text);
        foreach (var named in new[] { _byName[folded], _byFormerName[folded] })
        {
            if (named.Select(Today).OfType<KnownUnit>().Where(unit => unit.IsSpokenFor).Distinct().ToList() is { Count: > 0 } units)
            {
                return units;
            }
        }

        return
        [
            .. _spoken.Select(unit => (Unit: unit, Distance: RosterWords.UnitDistance(folded, unit.FoldedName))).Where(near => near.Distance is not null)
                .OrderBy(near => near.Distance).ThenBy(near => Math.Abs(near.Unit.FoldedName.Length - folded.Length)).ThenBy(near => near.Unit.FoldedName, StringComparer.Ordinal)
                .Select(near => Today(near.Unit)).OfType<KnownUnit>().Where(unit => unit.IsSpokenFor).Distinct().Take(MostProposals),
        ];
    }

    private (KnownUnit?, RowProblem?) Search(string text, DateOnly lastDay)
    {
        var folded = NameFolding.Fold(text);
        var named = _byName[folded].ToList();
        if (named.Count == 0 && _byCode.TryGetValue(folded, out var coded))
        {
            named = [coded];
        }

        var spoken = named.Where(unit => unit.IsSpokenFor).ToList();
        if (spoken is [var exact] && !IsClosed(exact, lastDay))
        {
            return (exact, null);
        }

        if (_meant.TryGetValue(folded, out var meant) && !IsClosed(meant, lastDay))
        {
            return (meant, null);
        }

        return (spoken.Count, named.Count) switch
        {
            (1, _) => (null, Closed(text)),
            ( > 1, _) => (null, new RowProblem(RowReason.UnitAmbiguous, RosterColumn.Unit, text, string.Join('、', spoken.Take(MostProposals).Select(unit => $"{unit.Name}（{unit.Code}）")))),
            (0, > 0) => (null, new RowProblem(RowReason.UnitOutsideImport, RosterColumn.Unit, text)),
            _ => (null, Near(text)),
        };
    }

    private bool IsClosed(KnownUnit unit, DateOnly lastDay) => unit.Until < _day && unit.Until < lastDay;

    /// <summary>The unit, or the one that goes on in its place; null when it is closed and none does.</summary>
    private KnownUnit? Today(KnownUnit unit)
    {
        var at = unit;
        for (var step = 0; step < MostSuccessions && at.Until < _day; step++)
        {
            if (at.SuccessorId is not { } next || !_byId.TryGetValue(next, out var successor))
            {
                return null;
            }

            at = successor;
        }

        return at.Until < _day ? null : at;
    }

    private RowProblem Closed(string text) => new(RowReason.UnitClosed, RosterColumn.Unit, text, string.Join('、', Propose(text).Select(unit => unit.Name)));

    private RowProblem Near(string text)
    {
        if (!_near.TryGetValue(text, out var problem))
        {
            var near = _searches++ < MostSearches ? Propose(text) : [];
            _near[text] = problem = new RowProblem(
                near.Count > 1 ? RowReason.UnitAmbiguous : RowReason.UnitUnknown, RosterColumn.Unit, text, string.Join('、', near.Select(unit => unit.Name)));
        }

        return problem;
    }
}
