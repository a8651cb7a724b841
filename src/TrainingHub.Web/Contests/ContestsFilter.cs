namespace TrainingHub.Contests;

/// <summary>Which contests are asked for, as it stands in the address.</summary>
public sealed record ContestsFilter
{
    /// <summary>A part of the title.</summary>
    public string? Q { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }

    /// <summary>Null for all.</summary>
    public ContestStanding? Standing { get; init; }

    /// <summary>Null for all.</summary>
    public ContestShape? Shape { get; init; }

    public string? Sort { get; init; }

    public int Page { get; init; } = 1;

    public bool IsSearch => Q is not null || Standing is not null || Shape is not null;

    /// <summary>Without what is none.</summary>
    public ContestsFilter Tidy() => this with { Standing = Standing is { } standing && Enum.IsDefined(standing) ? standing : null, Shape = Shape is { } shape && Enum.IsDefined(shape) ? shape : null };
}
