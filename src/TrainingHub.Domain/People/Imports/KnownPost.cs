namespace TrainingHub.People.Imports;

/// <summary>A membership as known now. Its id is that of the row, so that a later change is noticed; both days are included.</summary>
public sealed record KnownPost(
    Guid Id, Guid OrganizationId, Guid PositionId, DateOnly From, DateOnly Until, Employment Employment, bool IsPrimary, bool IsStartPresumed, PostPlace Place)
{
    public bool HoldsOn(DateOnly day) => From <= day && day <= Until;
}
