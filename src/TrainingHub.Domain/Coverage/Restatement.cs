using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>What later facts changed of a frozen list of names.</summary>
public static class Restatement
{
    /// <summary>The places at which somebody stands otherwise than was frozen.</summary>
    /// <param name="frozen">Kinds as they were frozen.</param>
    /// <param name="restated">Kinds as of the same day by all that we know now.</param>
    /// <returns>Ordered by organization, post and person.</returns>
    public static IReadOnlyList<RestatedName> Compare(
        IReadOnlyDictionary<(Guid PersonId, Guid OrganizationId, CorePosition Position), StandingKind> frozen,
        IReadOnlyDictionary<(Guid PersonId, Guid OrganizationId, CorePosition Position), StandingKind> restated) =>
    [
        .. frozen.Keys.Union(restated.Keys)
            .Select(place => new RestatedName(
                place.PersonId, place.OrganizationId, place.Position,
                frozen.TryGetValue(place, out var before) ? before : null,
                restated.TryGetValue(place, out var now) ? now : null))
            .Where(name => name.Before != name.Now)
            .OrderBy(name => name.OrganizationId).ThenBy(name => name.Position).ThenBy(name => name.PersonId),
    ];
}
