using TrainingHub.Hosting;

namespace TrainingHub.People.Imports;

/// <summary>What the list of imports was asked for.</summary>
public sealed record ImportsFilter
{
    /// <summary>Null for all.</summary>
    public ImportState? State { get; init; }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public (ImportSort Column, bool IsDown) Order => Sorting.Of(Sort, ImportSort.Uploaded, isOtherwiseDown: true);
}
