using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>What is counted on a day: all targets in force and the catalogue of posts.</summary>
/// <param name="Today">The day counted for.</param>
/// <param name="Targets">Targets that have a rule on the day.</param>
/// <param name="Catalogue">Posts of the common core.</param>
/// <param name="NextRuleDay">The next day on which a target's rule begins or has ended; null when none does.</param>
public sealed record CountingTerms(DateOnly Today, IReadOnlyList<TargetTerms> Targets, PositionCatalogue Catalogue, DateOnly? NextRuleDay)
{
    /// <summary>Catalogue entries that can matter to a target.</summary>
    public IReadOnlyList<Guid> Positions { get; } =
        [.. Catalogue.PositionsEver(Targets.Aggregate(CorePosition.None, (posts, target) => posts | target.Rule.Positions))];

    public IReadOnlyList<Guid> Setters { get; } = [.. Targets.Select(target => target.SetterId).Distinct()];

    public IReadOnlyList<Guid> Programmes { get; } = [.. Targets.Select(target => target.ProgrammeId).Distinct()];
}
