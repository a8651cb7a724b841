using TrainingHub.Hosting;

namespace TrainingHub.Records;

/// <summary>Which part of the ledger is asked for, as it stands in the address.</summary>
public sealed record LedgerFilter
{
    /// <summary>First completion day (included).</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last completion day (included).</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Slug of a programme.</summary>
    public string? Programme { get; init => field = Trimmed(value); }

    /// <summary>Code of a unit, or a part of its name; the units below it are included.</summary>
    public string? Organization { get; init => field = Trimmed(value); }

    /// <summary>A part of a person's name.</summary>
    public string? Q { get; init => field = Trimmed(value); }

    /// <summary>See <see cref="Sorting"/>.</summary>
    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public (LedgerSort Column, bool IsDown) Order => Sorting.Of(Sort, LedgerSort.Day, isOtherwiseDown: true);

    public bool IsSearch => (From, Until, Programme, Organization, Q) is not (null, null, null, null, null);

    private static string? Trimmed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 120 } text ? text : value.Trim()[..120];
}
