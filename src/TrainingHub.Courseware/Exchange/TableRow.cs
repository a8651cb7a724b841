namespace TrainingHub.Courseware.Exchange;

/// <summary>A row of a sheet or of a CSV file.</summary>
/// <param name="Sheet">Empty where there is only one.</param>
/// <param name="Number">As a spreadsheet counts, from 1; of CSV the line where it begins.</param>
/// <param name="Cells">Texts.</param>
public sealed record TableRow(string Sheet, int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Pictures that lie on the row.</summary>
    public IReadOnlyList<RowPicture> Pictures { get; init; } = [];

    /// <summary>What the spreadsheet itself gives reason to say of it: hidden, a formula, a broken cell.</summary>
    public IReadOnlyList<ForeignProblem> Problems { get; init; } = [];
}
