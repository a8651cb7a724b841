namespace TrainingHub.Courseware.Exchange;

/// <summary>A picture that lies on a row of a spreadsheet.</summary>
/// <param name="Name">As the file calls it.</param>
/// <param name="Alt">What it shows; empty: not said.</param>
/// <param name="Bytes">As the file has them.</param>
public sealed record RowPicture(string Name, string Alt, byte[] Bytes);
