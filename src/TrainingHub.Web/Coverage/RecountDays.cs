namespace TrainingHub.Coverage;

/// <summary>Collects, for each organization, the next day on which it has to be counted again.</summary>
public sealed class RecountDays(DateOnly today)
{
    private readonly Dictionary<Guid, DateOnly> _next = [];

    public DateOnly Today => today;

    /// <summary>The earliest day found of each organization. On it everything of the organization is looked at again, later days included.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> Next => _next;

    public void Add(Guid organization, DateOnly? day)
    {
        if (day is { } found && found > today && (!_next.TryGetValue(organization, out var known) || found < known))
        {
            _next[organization] = found;
        }
    }
}
