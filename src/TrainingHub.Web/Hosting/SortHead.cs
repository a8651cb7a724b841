namespace TrainingHub.Hosting;

/// <summary>The head of a column by which a table can be sorted.</summary>
/// <param name="Label">What the column holds.</param>
/// <param name="Link">Where to see the table sorted by it, or the other way round when it already is.</param>
/// <param name="IsAscending">How it is sorted now; null when by another column.</param>
/// <param name="IsNumber">Whether it stands at the right.</param>
public sealed record SortHead(string Label, string Link, bool? IsAscending, bool IsNumber = false)
{
    public string? Direction => IsAscending switch { true => "ascending", false => "descending", null => null };
}
