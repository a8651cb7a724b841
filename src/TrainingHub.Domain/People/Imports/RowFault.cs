namespace TrainingHub.People.Imports;

/// <summary>Something wrong with a row, as a preview lists it.</summary>
/// <param name="Reason">Why it is not written.</param>
/// <param name="Column">In which column; <see cref="RosterColumn.None"/> for the row as a whole.</param>
/// <param name="Cell">Such as C38; empty when the file has no such column.</param>
/// <param name="Found">What the cell says.</param>
/// <param name="Detail">What helps to mend it.</param>
public sealed record RowFault(RowReason Reason, RosterColumn Column, string Cell, string Found, string Detail);
