namespace TrainingHub.Courses;

/// <summary>Which part of the list of rests is asked for, as it stands in the address.</summary>
public sealed record PausesFilter
{
    /// <summary>Slug of one course; null for all.</summary>
    public string? Course { get; init; }

    /// <summary>Code of a unit, or a part of its name; the units below it are included.</summary>
    public string? Organization { get; init => field = Trimmed(value); }

    /// <summary>A part of a person's name.</summary>
    public string? Q { get; init => field = Trimmed(value); }

    public int Page { get; init; } = 1;

    public bool IsSearch => !string.IsNullOrEmpty(Course) || Organization is not null || Q is not null;

    private static string? Trimmed(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 120 } text ? text : value.Trim()[..120];
}
