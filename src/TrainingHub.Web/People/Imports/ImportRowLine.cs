namespace TrainingHub.People.Imports;

/// <summary>A row as the preview shows it.</summary>
public sealed record ImportRowLine(
    int Sequence, string Sheet, int RowNumber, RowVerdict Verdict, RowReason Reason, RosterColumn Column, string Cell, string Found, string Detail,
    string PersonName, string? Unit, string? Position, DateOnly? From, DateOnly? Until, bool IsStartPresumed, bool MayAskTransfer, TransferState? Transfer,
    IReadOnlyList<FieldChange> Differences)
{
    /// <summary>What else is wrong with the row.</summary>
    public IReadOnlyList<RowFault> More { get; init; } = [];

    /// <summary>What a person may answer about the row.</summary>
    public IReadOnlyList<RowAnswer> Answers => Verdict == RowVerdict.NeedsConfirmation ? RowAnswers.Of(Reason) : [];
}
