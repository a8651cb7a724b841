using System.Globalization;
using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>
/// Compares a list of organizations with those that are there and says, row by row, what is to be written. A unit that is there is found by its code, else by its name
/// below the same unit; it moves or is renamed only by its code. The same list against what it left behind changes nothing.
/// </summary>
public sealed class UnitListMatcher
{
    private readonly KnownNode _root;
    private readonly Dictionary<Guid, KnownNode> _nodes;
    private readonly Dictionary<string, KnownNode> _byCode;
    private readonly ILookup<string, KnownNode> _byName;
    private readonly ILookup<string, KnownNode> _byKernel;
    private readonly Func<Guid> _nextId;

    /// <param name="root">The unit that the list is for.</param>
    /// <param name="below">All units below it.</param>
    /// <param name="nextId">Ids of new ones.</param>
    public UnitListMatcher(KnownNode root, IReadOnlyCollection<KnownNode> below, Func<Guid> nextId)
    {
        ArgumentNullException.ThrowIfNull(below);
        (_root, _nextId) = (root, nextId);
        _nodes = below.Append(root).ToDictionary(node => node.Id);
        _byCode = _nodes.Values.ToDictionary(node => node.Code, StringComparer.OrdinalIgnoreCase);
        _byName = _nodes.Values.ToLookup(node => NameFolding.Fold(node.Name), StringComparer.Ordinal);
        _byKernel = below.ToLookup(node => RosterWords.UnitKernel(NameFolding.Fold(node.Name)), StringComparer.Ordinal);
    }

    /// <summary>One plan for each row, in the order of the file.</summary>
    public IReadOnlyList<UnitPlan> Match(IReadOnlyList<UnitRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var drafts = rows.Select(row => new Draft(row) { Reason = row.Reason, Column = row.Column, Found = row.Found }).ToList();
        foreach (var group in drafts.Where(draft => draft.IsOpen).GroupBy(draft => draft.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            foreach (var draft in group)
            {
                draft.Refuse(UnitReason.Twice, UnitColumn.Name, string.Join('、', group.Where(other => other != draft).Take(5).Select(other => other.Row.Number.ToString(CultureInfo.InvariantCulture))));
            }
        }

        foreach (var draft in drafts.Where(draft => draft.IsOpen))
        {
            Find(draft);
        }

        var fresh = drafts.Where(draft => draft is { IsOpen: true, Known: null }).ToLookup(draft => draft.Name, StringComparer.Ordinal);
        foreach (var draft in drafts.Where(draft => draft.IsOpen))
        {
            Place(draft, fresh);
        }

        return drafts.ConvertAll(Plan);
    }

    private void Find(Draft draft)
    {
        var row = draft.Row;
        if (row.Code is { } code)
        {
            draft.Known = _byCode.GetValueOrDefault(code);
            if (draft.Known is null)
            {
                draft.Refuse(UnitReason.CodeUnknown, UnitColumn.Code);
            }

            return;
        }

        var named = _byName[draft.Name].Where(node => node.Id != _root.Id).ToList();
        var here = row.Above is { } above ? named.FindAll(node => node.ParentId is { } parent && Names(_nodes[parent], above)) : named;
        if (here is [var only])
        {
            draft.Known = only;
        }
        else if (here.Count > 1)
        {
            draft.Refuse(UnitReason.NameAmbiguous, UnitColumn.Name, Codes(here));
        }
        else if (named.Count > 0)
        {
            draft.Refuse(UnitReason.StandsElsewhere, UnitColumn.Above, string.Join('、', named.Take(5).Select(node => $"{_nodes[node.ParentId ?? _root.Id].Name}（{node.Code}）")));
        }
        else if (_byKernel[RosterWords.UnitKernel(draft.Name)].Take(5).ToList() is { Count: > 0 } near)
        {
            draft.Refuse(UnitReason.NearName, UnitColumn.Name, string.Join('、', near.Select(node => $"{node.Name}（{node.Code}）")));
        }
        else if (row.Kind is null)
        {
            draft.Refuse(UnitReason.KindMissing, UnitColumn.Kind);
        }
        else
        {
            draft.NewId = _nextId();
        }
    }

    private static bool Names(KnownNode node, string typed) =>
        string.Equals(node.Code, typed, StringComparison.OrdinalIgnoreCase) || string.Equals(NameFolding.Fold(node.Name), NameFolding.Fold(typed), StringComparison.Ordinal);

    private static string Codes(List<KnownNode> nodes) => string.Join('、', nodes.Take(5).Select(node => node.Code));

    /// <summary>Finds the unit above: one that is there, or a new one of the same list whose own unit above is found as well.</summary>
    private void Place(Draft draft, ILookup<string, Draft> fresh)
    {
        if (draft.IsPlaced || !draft.IsOpen)
        {
            return;
        }

        draft.IsPlaced = true;
        if (draft.Known is { } known && (known.Id == _root.Id || (known.ParentId is { } parent && draft.Row.Above is { } same && Names(_nodes[parent], same))))
        {
            return;
        }

        if (draft.Row.Above is not { } typed)
        {
            (draft.ParentId, draft.ParentName) = draft.Known is null ? ((Guid?)_root.Id, _root.Name) : (null, "");
            Begin(draft, _root.From);
            return;
        }

        var folded = NameFolding.Fold(typed);
        List<KnownNode> named = _byCode.TryGetValue(typed, out var coded) ? [coded] : [.. _byName[folded]];
        var added = fresh[folded].Where(other => other != draft).ToList();
        if (named.Count + added.Count is not 1)
        {
            draft.Refuse(named.Count + added.Count is 0 ? UnitReason.AboveUnknown : UnitReason.AboveAmbiguous, UnitColumn.Above, Codes(named));
        }
        else if (named is [var node])
        {
            (draft.ParentId, draft.ParentName) = (node.Id, node.Name);
            if (draft.Known is { } moved && Above(node).Any(above => above.Id == moved.Id))
            {
                draft.Refuse(UnitReason.Cycle, UnitColumn.Above);
            }

            Begin(draft, node.From);
        }
        else
        {
            Place(added[0], fresh);
            // Two new units that name each other above have no place.
            var isRound = draft.Known is null && added[0].ParentId is null;
            if (!added[0].IsOpen || isRound)
            {
                draft.Refuse(isRound ? UnitReason.Cycle : UnitReason.AboveUnknown, UnitColumn.Above);
                return;
            }

            (draft.ParentId, draft.ParentName, draft.Depth) = (added[0].NewId, added[0].Row.Name, added[0].Depth + 1);
            Begin(draft, added[0].From);
        }
    }

    private static void Begin(Draft draft, DateOnly above)
    {
        draft.From = draft.Row.From ?? above;
        if (draft.Known is null && draft.From < above)
        {
            draft.Refuse(UnitReason.BeforeAbove, UnitColumn.From);
        }
    }

    /// <summary>A unit and all above it that are known.</summary>
    private IEnumerable<KnownNode> Above(KnownNode node)
    {
        for (var at = node; at is not null; at = at.ParentId is { } parent ? _nodes.GetValueOrDefault(parent) : null)
        {
            yield return at;
        }
    }

    private UnitPlan Plan(Draft draft)
    {
        if (!draft.IsOpen)
        {
            return new UnitPlan { Row = draft.Row, Verdict = RowVerdict.Refused, Reason = draft.Reason, Column = draft.Column, Found = draft.Found, Detail = draft.Detail };
        }

        if (draft.Known is not { } known)
        {
            return new UnitPlan { Row = draft.Row, Verdict = RowVerdict.Added, UnitId = draft.NewId, ParentId = draft.ParentId, ParentName = draft.ParentName, Depth = draft.Depth, From = draft.From };
        }

        var (row, moves) = (draft.Row, draft.ParentId is { } parent && parent != known.ParentId);
        List<UnitDifference> differences = [];
        if (known.Id == _root.Id)
        {
            // What the unit itself is, those above decide.
            return new UnitPlan { Row = row, Verdict = RowVerdict.Unchanged, UnitId = known.Id };
        }

        Note(UnitColumn.Name, known.Name, row.Name);
        Note(UnitColumn.Above, moves ? _nodes[known.ParentId ?? _root.Id].Name : "", moves ? draft.ParentName : "");
        Note(UnitColumn.Kind, $"{known.Kind}", $"{row.Kind ?? known.Kind}");
        Note(UnitColumn.Stages, $"{known.Stages}", $"{row.Stages ?? known.Stages}");
        Note(UnitColumn.Flags, $"{known.Flags}", $"{row.Flags ?? known.Flags}");
        Note(UnitColumn.Area, known.Area ?? "", row.Area ?? known.Area ?? "");
        if (differences.Count > 0 && !known.IsThere)
        {
            return new UnitPlan { Row = row, Verdict = RowVerdict.Refused, Reason = UnitReason.NotThere, Column = UnitColumn.Name, Found = row.Name, Detail = known.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        }

        return new UnitPlan
        {
            Row = row,
            Verdict = differences.Count > 0 ? RowVerdict.Changed : RowVerdict.Unchanged,
            UnitId = known.Id,
            ParentId = moves ? draft.ParentId : null,
            ParentName = draft.ParentName,
            Depth = draft.Depth,
            Differences = differences,
        };

        void Note(UnitColumn column, string old, string now)
        {
            // A name that differs in blanks or brackets alone is the same.
            if (!string.Equals(old, now, StringComparison.Ordinal) && (column is not UnitColumn.Name || !string.Equals(NameFolding.Fold(old), NameFolding.Fold(now), StringComparison.Ordinal)))
            {
                differences.Add(new UnitDifference(column, old, now) { Until = column is UnitColumn.Above ? known.ParentUntil : known.DetailsUntil });
            }
        }
    }

    private sealed class Draft(UnitRow row)
    {
        public UnitRow Row { get; } = row;
        public string Name { get; } = NameFolding.Fold(row.Name);
        public string Key { get; } = row.Code is { } code ? $"#{code}" : $"{NameFolding.Fold(row.Name)}|{NameFolding.Fold(row.Above ?? "")}";
        public UnitReason Reason { get; set; }
        public UnitColumn Column { get; set; }
        public string Found { get; set; } = "";
        public string Detail { get; private set; } = "";
        public KnownNode? Known { get; set; }
        public Guid NewId { get; set; }
        public Guid? ParentId { get; set; }
        public string ParentName { get; set; } = "";
        public int Depth { get; set; }
        public DateOnly From { get; set; }
        public bool IsPlaced { get; set; }
        public bool IsOpen => Reason is UnitReason.None;

        public void Refuse(UnitReason reason, UnitColumn column, string detail = "")
        {
            (Reason, Column, Detail) = (reason, column, detail);
            Found = column switch { UnitColumn.Code => Row.Code ?? "", UnitColumn.Above => Row.Above ?? "", UnitColumn.Name => Row.Name, _ => "" };
        }
    }
}
