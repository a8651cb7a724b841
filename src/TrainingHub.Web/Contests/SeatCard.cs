namespace TrainingHub.Contests;

/// <summary>Who sits on a seat, as the hall sees it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="PersonId">Null for a guest.</param>
/// <param name="Name">Null once anonymized.</param>
/// <param name="Place">Of a guest.</param>
/// <param name="Team">Place in the contest's list, from 0; null without.</param>
public sealed record SeatCard(int Number, Guid? PersonId, string? Name, string? Place, int? Team);
