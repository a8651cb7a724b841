namespace TrainingHub.Sessions;

/// <summary>Which sessions are asked for, as it stands in the address.</summary>
public sealed record SessionsFilter
{
    /// <summary>A part of the title, place or lecturer.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }

    /// <summary>Null for all.</summary>
    public SessionKind? Kind { get; init; }

    /// <summary>Null for all.</summary>
    public SessionStanding? Standing { get; init; }

    /// <summary>First of the last days (included); null for all.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last of the last days (included); null for all.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Code or full name of a unit, with all below it; null for all.</summary>
    public string? Organization { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 120 } text ? text : value.Trim()[..120]; }
    public string? Sort { get; init; }
    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || (Kind, Standing, From, Until, Organization) is not (null, null, null, null, null);
}
