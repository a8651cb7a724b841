using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>Finds a unit by its full name or code; never guesses, but says which may be meant.</summary>
public sealed class UnitIndex
{
    private const int MostProposals = 3;
    private readonly ILookup<string, KnownUnit> _byName;
    private readonly Dictionary<string, KnownUnit> _byCode;
    private readonly ILookup<string, KnownUnit> _byKernel;
    private readonly List<KnownUnit> _spoken;
    private readonly Dictionary<string, (KnownUnit?, RowProblem?)> _found = new(StringComparer.Ordinal);

    public UnitIndex(IReadOnlyCollection<KnownUnit> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        _byName = units.ToLookup(unit => unit.FoldedName, StringComparer.Ordinal);
        _byCode = units.ToDictionary(unit => unit.Code, StringComparer.OrdinalIgnoreCase);
        _spoken = [.. units.Where(unit => unit.IsSpokenFor)];
        _byKernel = _spoken.ToLookup(unit => RosterWords.UnitKernel(unit.FoldedName), StringComparer.Ordinal);
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

    private (KnownUnit?, RowProblem?) Search(string text)
    {
        var folded = NameFolding.Fold(text);
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
            ( > 1, _) => (null, new RowProblem(RowReason.UnitAmbiguous, RosterColumn.Unit, text, string.Join('、', spoken.Select(unit => $"{unit.Name}（{unit.Code}）")))),
            (0, > 0) => (null, new RowProblem(RowReason.UnitOutsideImport, RosterColumn.Unit, text)),
            _ => (null, Near(text, folded)),
        };
    }

    private RowProblem Near(string text, string folded)
    {
        var kernel = RosterWords.UnitKernel(folded);
        var near = _byKernel[kernel].ToList();
        if (near.Count == 0 && kernel.Length >= 3)
        {
            near = [.. _spoken.Where(unit => RosterWords.UnitKernel(unit.FoldedName) is var other
                && (other.Contains(kernel, StringComparison.Ordinal) || (other.Length >= 3 && kernel.Contains(other, StringComparison.Ordinal)))).Take(MostProposals + 1)];
        }

        var names = string.Join('、', near.Take(MostProposals).Select(unit => unit.Name));
        return new RowProblem(near.Count > 1 ? RowReason.UnitAmbiguous : RowReason.UnitUnknown, RosterColumn.Unit, text, names);
    }
}
