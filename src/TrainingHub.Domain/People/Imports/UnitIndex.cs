using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>Finds a unit by its full name or code, or by what a person said a name means; never guesses, but says which may be meant.</summary>
public sealed class UnitIndex
{
    /// <summary>So many units are proposed for one name.</summary>
    public const int MostProposals = 5;

    // A file with more wrong names than this is the wrong file: comparing each with each unit would take long and help nobody.
    private const int MostSearches = 300;

    private readonly ILookup<string, KnownUnit> _byName;
    private readonly Dictionary<string, KnownUnit> _byCode;
    private readonly List<KnownUnit> _spoken;
    private readonly Dictionary<string, KnownUnit> _meant = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (KnownUnit?, RowProblem?)> _found = new(StringComparer.Ordinal);
    private int _searches;

    public UnitIndex(IReadOnlyCollection<KnownUnit> units, IEnumerable<UnitMeaning> meanings)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(meanings);
        _byName = units.ToLookup(unit => unit.FoldedName, StringComparer.Ordinal);
        _byCode = units.ToDictionary(unit => unit.Code, StringComparer.OrdinalIgnoreCase);
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
    public (KnownUnit? Unit, RowProblem? Problem) Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Only is { } only ? (only, null) : (null, new RowProblem(RowReason.UnitMissing, RosterColumn.Unit));
        }

        if (!_found.TryGetValue(text, out var found))
        {
            _found[text] = found = Search(text);
        }

        return found;
    }

    /// <summary>Units that a name may mean, the nearest first: all of exactly that name, else those of a similar one.</summary>
    public IReadOnlyList<KnownUnit> Propose(string text)
    {
        var folded = NameFolding.Fold(text);
        var named = _byName[folded].Where(unit => unit.IsSpokenFor).ToList();
        return named.Count > 0
            ? named
            : [.. _spoken.Select(unit => (Unit: unit, Distance: RosterWords.UnitDistance(folded, unit.FoldedName))).Where(near => near.Distance is not null)
                .OrderBy(near => near.Distance).ThenBy(near => Math.Abs(near.Unit.FoldedName.Length - folded.Length)).ThenBy(near => near.Unit.FoldedName, StringComparer.Ordinal)
                .Take(MostProposals).Select(near => near.Unit)];
    }

    private (KnownUnit?, RowProblem?) Search(string text)
    {
        var folded = NameFolding.Fold(text);
        if (_meant.TryGetValue(folded, out var meant))
        {
            return (meant, null);
        }

        var named = _byName[folded].ToList();
        var spoken = named.Where(unit => unit.IsSpokenFor).ToList();
        if (named.Count == 0 && _byCode.TryGetValue(folded, out var coded))
        {
            named = [coded];
            spoken = coded.IsSpokenFor ? [coded] : [];
        }

        return (spoken.Count, named.Count) switch
        {
            (1, _) => (spoken[0], null),
            ( > 1, _) => (null, new RowProblem(RowReason.UnitAmbiguous, RosterColumn.Unit, text, string.Join('、', spoken.Take(MostProposals).Select(unit => $"{unit.Name}（{unit.Code}）")))),
            (0, > 0) => (null, new RowProblem(RowReason.UnitOutsideImport, RosterColumn.Unit, text)),
            _ => (null, Near(text)),
        };
    }

    private RowProblem Near(string text)
    {
        var near = _searches++ < MostSearches ? Propose(text) : [];
        return new RowProblem(near.Count > 1 ? RowReason.UnitAmbiguous : RowReason.UnitUnknown, RosterColumn.Unit, text, string.Join('、', near.Select(unit => unit.Name)));
    }
}
