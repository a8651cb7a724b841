namespace TrainingHub.Documents;

/// <summary>One table of a workbook.</summary>
/// <param name="Name">On its tab; what Excel does not accept in it is replaced.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Read once, one after the other.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<WorkbookColumn> Columns, IAsyncEnumerable<IReadOnlyList<Cell>> Rows);
