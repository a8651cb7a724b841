namespace TrainingHub.People;

/// <summary>A person with one post in an organization. The phone is masked already.</summary>
public sealed record RosterRow(
    Guid PersonId, string Name, bool IsAnonymized, string? StaffNumber, string? Phone, string Position, string PositionEn,
    DateOnly From, DateOnly Until, bool IsPrimary, bool IsStartPresumed, Employment Employment, bool HasAccount)
{
    /// <summary>Leave of the day asked for, else the next; null where there is none, or the reader may not know.</summary>
    public LeaveDays? Leave { get; init; }
}
