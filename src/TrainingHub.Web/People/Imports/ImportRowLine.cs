namespace TrainingHub.People.Imports;

/// <summary>A row as the preview shows it.</summary>
public sealed record ImportRowLine(
    int Sequence, string Sheet, int RowNumber, RowVerdict Verdict, RowReason Reason, RosterColumn Column, string Cell, string Found, string Detail,
    string PersonName, string? Unit, string? Position, DateOnly? From, DateOnly? Until, bool IsStartPresumed, bool MayAskTransfer, TransferState? Transfer,
    IReadOnlyList<FieldChange> Differences);
