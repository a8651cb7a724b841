namespace TrainingHub.Coverage;

/// <summary>Numbers the units of a tree from the top down, those directly below one in the order given.</summary>
public static class SnapshotTree
{
    /// <param name="top">The unit on top.</param>
    /// <param name="below">The units directly below each, in order.</param>
    /// <returns>In the order of their numbers.</returns>
    public static IReadOnlyList<(Guid Id, int Number, int Last, int? Above, int Depth)> Number(Guid top, ILookup<Guid, Guid> below)
    {
        var units = new List<(Guid Id, int Number, int Last, int? Above, int Depth)>();
        Add(top, null, 0);
        return units;

        void Add(Guid id, int? above, int depth)
        {
            var index = units.Count;
            units.Add((id, index + 1, index + 1, above, depth));
            foreach (var child in below[id])
            {
                Add(child, index + 1, depth + 1);
            }

            units[index] = units[index] with { Last = units.Count };
        }
    }
}
