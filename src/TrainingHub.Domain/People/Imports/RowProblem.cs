namespace TrainingHub.People.Imports;

/// <summary>What is wrong with a row.</summary>
/// <param name="Reason">Why it is not written.</param>
/// <param name="Column">In which column; <see cref="RosterColumn.None"/> for the row as a whole.</param>
/// <param name="Found">What the cell says; empty when it is blank or must not be kept.</param>
/// <param name="Detail">What helps to mend it: names of units or posts that may be meant, numbers of other rows.</param>
public sealed record RowProblem(RowReason Reason, RosterColumn Column, string Found = "", string Detail = "");
