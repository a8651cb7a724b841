using TrainingHub.Facts;

namespace TrainingHub.People;

/// <summary>
/// 请假与离岗: why a person does not work although on the roster, or why the posts ended for good. It changes no figure: the days of posts and
/// approved exclusions do. Who left for good has no last day.
/// </summary>
public sealed class Leave : DatedFact
{
    public required Guid PersonId { get; init; }

    /// <summary>The unit for which it was entered.</summary>
    public required Guid OrganizationId { get; init; }
    public required LeaveKind Kind { get; init; }
}
