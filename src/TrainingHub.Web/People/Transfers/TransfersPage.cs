using TrainingHub.Hosting;

namespace TrainingHub.People.Transfers;

/// <summary>Requests to decide and requests made.</summary>
public sealed record TransfersPage(TransfersFilter Filter, IReadOnlyList<TransferLine> Lines, Pages Pages);
