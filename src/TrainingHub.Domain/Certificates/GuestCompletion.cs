namespace TrainingHub.Certificates;

/// <summary>What a guest has done, who is on no roster: attended a session and passed its examination.</summary>
/// <param name="HolderId">Their row on the session's list.</param>
/// <param name="Name">Their name.</param>
/// <param name="CreditMinutes">Whole minutes, for the half-days attended.</param>
/// <param name="Points">Whole points reached.</param>
/// <param name="FullPoints">Of a paper on which everything is right.</param>
public sealed record GuestCompletion(Guid HolderId, string Name, int CreditMinutes, int Points, int FullPoints);
