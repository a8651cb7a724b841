namespace TrainingHub.People;

/// <summary>One post on a person's time line.</summary>
/// <param name="MayManage">Whether the reader may end it.</param>
public sealed record PersonPost(
    Guid FactId, Guid OrganizationId, string OrganizationCode, string Organization, string Position, string PositionEn, DateOnly From, DateOnly Until,
    bool IsPrimary, bool IsStartPresumed, Employment Employment, bool MayManage);
