namespace TrainingHub.People.Transfers;

/// <summary>Requests to decide and requests made.</summary>
public sealed record TransfersPage(IReadOnlyList<TransferLine> Lines, int Page, bool HasMore, bool IsOpenOnly);
