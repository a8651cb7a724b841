using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>Finds a post of the catalogue by its name or one of the other spellings that rosters use.</summary>
public sealed class PositionIndex(IReadOnlyCollection<KnownPosition> positions)
{
    private const int MostProposals = 3;

    private readonly ILookup<string, KnownPosition> _spelt = positions
        .SelectMany(position => position.Spellings.Distinct(StringComparer.Ordinal), (position, spelling) => (position, spelling))
        .ToLookup(pair => pair.spelling, pair => pair.position, StringComparer.Ordinal);

    private readonly Dictionary<Guid, KnownPosition> _byId = positions.ToDictionary(position => position.Id);

    private readonly Dictionary<string, (KnownPosition?, RowProblem?)> _found = new(StringComparer.Ordinal);

    /// <summary>The post, or why the row cannot be written.</summary>
    public (KnownPosition? Position, RowProblem? Problem) Find(string text)
    {
        if (!_found.TryGetValue(text, out var found))
        {
            _found[text] = found = Search(text);
        }

        return found;
    }

    public KnownPosition? Of(Guid id) => _byId.GetValueOrDefault(id);

    private (KnownPosition?, RowProblem?) Search(string text)
    {
        var folded = NameFolding.Fold(text);
        var spelt = _spelt[folded].ToList();
        if (spelt.Count > 1 && spelt.Any(position => position.IsOwn))
        {
            spelt = [.. spelt.Where(position => position.IsOwn)];
        }

        if (spelt.Count == 1)
        {
            return (spelt[0], null);
        }

        var near = spelt.Count > 1 ? spelt : [.. Near(folded)];
        return (null, new RowProblem(
            spelt.Count > 1 ? RowReason.PositionAmbiguous : RowReason.PositionUnknown, RosterColumn.Position, text, string.Join('、', near.Select(position => position.Name))));
    }

    /// <summary>The posts that a word which is none may mean, the nearest first: at most three.</summary>
    public IReadOnlyList<KnownPosition> Propose(string text)
    {
        var folded = NameFolding.Fold(text);
        return [.. _spelt[folded].Concat(Near(folded)).Distinct().Take(MostProposals)];
    }

    // The longest spelling in common, and the earlier of two equal ones.
    private IEnumerable<KnownPosition> Near(string folded) => positions
        .Select(position => (Position: position, Length: position.Spellings.Where(spelling => IsNear(folded, spelling)).Select(spelling => Math.Min(spelling.Length, folded.Length)).DefaultIfEmpty(0).Max()))
        .Where(pair => pair.Length > 0).OrderByDescending(pair => pair.Length).Select(pair => pair.Position).Take(MostProposals);

    private static bool IsNear(string folded, string spelling) => spelling.Length >= 2
        && (folded.Contains(spelling, StringComparison.Ordinal) || (folded.Length >= 2 && spelling.Contains(folded, StringComparison.Ordinal)));
}
