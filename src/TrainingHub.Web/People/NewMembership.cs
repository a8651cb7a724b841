using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>A post that a person takes up.</summary>
public sealed record NewMembership
{
    public required Guid OrganizationId { get; init; }
    public required Guid PositionId { get; init; }
    public required Employment Employment { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly Until { get; init; } = Day.Open;

    /// <summary>Whether it becomes the main post; without another one it does anyway.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>The post (fact) that ends the day before: a transfer. Null for a second post.</summary>
    public Guid? InsteadOf { get; init; }
    public string? Reason { get; init; }

    /// <summary>The mark of the posts known when the form was made; null to add whatever happened meanwhile.</summary>
    public string? Version { get; init; }
}
