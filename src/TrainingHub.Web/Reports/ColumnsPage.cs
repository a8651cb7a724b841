namespace TrainingHub.Reports;

/// <summary>The columns of a unit's workbook.</summary>
/// <param name="UnitName">Whose.</param>
/// <param name="Code">For the address.</param>
/// <param name="IsOwn">Whether the unit keeps columns of its own.</param>
/// <param name="Version">A mark of what the form is made from.</param>
/// <param name="Lines">One for each column.</param>
public sealed record ColumnsPage(string UnitName, string Code, bool IsOwn, string Version, IReadOnlyList<ColumnsInput.Line> Lines);
