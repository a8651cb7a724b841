using TrainingHub.People.Imports;

namespace TrainingHub.People.Transfers;

/// <summary>A request in the list. Person and source are null for whoever asked and may not decide: only what was given is shown.</summary>
public sealed record TransferLine(
    string Code, TransferKind Kind, TransferState State, string NameGiven, string? Person, string? Source, string Target, string Position, DateOnly From,
    DateTime RequestedAt, string RequestedBy, DateTime? DecidedAt, bool MayDecide);
