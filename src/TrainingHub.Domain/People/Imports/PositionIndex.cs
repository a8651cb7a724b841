using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>Finds a post of the catalogue by its name or one of the other spellings that rosters use.</summary>
public sealed class PositionIndex(IReadOnlyCollection<KnownPosition> positions)
{
    private readonly ILookup<string, KnownPosition> _spelt = positions
        .SelectMany(position => position.Spellings.Distinct(StringComparer.Ordinal), (position, spelling) => (position, spelling))
        .ToLookup(pair => pair.spelling, pair => pair.position, StringComparer.Ordinal);

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

        var near = spelt.Count > 1
            ? spelt
            : [.. positions.Where(position => position.Spellings.Any(spelling => spelling.Length >= 2
                && (folded.Contains(spelling, StringComparison.Ordinal) || (folded.Length >= 2 && spelling.Contains(folded, StringComparison.Ordinal))))).Take(3)];
        return (null, new RowProblem(
            spelt.Count > 1 ? RowReason.PositionAmbiguous : RowReason.PositionUnknown, RosterColumn.Position, text, string.Join('、', near.Select(position => position.Name))));
    }
}
