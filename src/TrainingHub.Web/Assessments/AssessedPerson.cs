namespace TrainingHub.Assessments;

/// <summary>Somebody to assess, with the unit of a post in reach.</summary>
public sealed record AssessedPerson
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid UnitId { get; init; }
    public required string Unit { get; init; }
}
