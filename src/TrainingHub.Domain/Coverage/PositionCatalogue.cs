using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>To which post of the common core each catalogue entry belongs, day by day.</summary>
public sealed class PositionCatalogue
{
    private readonly Dictionary<Guid, List<PositionMapping>> _mappings;

    /// <param name="mappings">What we know; rows of one position do not overlap.</param>
    public PositionCatalogue(IEnumerable<PositionMapping> mappings)
    {
        _mappings = mappings.GroupBy(mapping => mapping.PositionId).ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>The core post of a position on a day; <see cref="CorePosition.None"/> when it is mapped to none.</summary>
    public CorePosition CoreOn(Guid positionId, DateOnly day) =>
        Mappings(positionId).FirstOrDefault(mapping => mapping.HoldsOn(day))?.Core ?? CorePosition.None;

    /// <summary>Whether the position belongs to one of the posts on any day at all.</summary>
    public bool IsEver(Guid positionId, CorePosition posts) => Mappings(positionId).Any(mapping => (mapping.Core & posts) != CorePosition.None);

    /// <summary>The positions that belong to one of the posts on any day at all.</summary>
    public IEnumerable<Guid> PositionsEver(CorePosition posts) => _mappings.Keys.Where(position => IsEver(position, posts));

    /// <summary>Days on which the position's place in the core changes.</summary>
    public IEnumerable<DateOnly> Boundaries(Guid positionId) =>
        Mappings(positionId).SelectMany(mapping => Boundary.Of(mapping.From, mapping.Until));

    private List<PositionMapping> Mappings(Guid positionId) => _mappings.TryGetValue(positionId, out var mappings) ? mappings : [];
}
