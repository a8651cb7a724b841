using TrainingHub.People;

namespace TrainingHub.Sessions;

/// <summary>Whom to propose for a session, as it stands in the address.</summary>
public sealed record CandidatesFilter
{
    /// <summary>Slug of a target whose missing people are looked for; empty: everybody in post.</summary>
    public string? Target { get; init; }

    /// <summary>Code or name of a unit; what stands below it belongs to it. Empty: all in reach.</summary>
    public string? Unit { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 120 } text ? text : value.Trim()[..120]; }

    /// <summary>None: any.</summary>
    public CorePosition[] Positions { get; init => field = [.. value.Where(post => Enum.IsDefined(post) && int.PopCount((int)post) is 1)]; } = [];

    /// <summary>A part of the name, or the staff number.</summary>
    public string? Name { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim() is { Length: <= 60 } text ? text : value.Trim()[..60]; }

    /// <summary>Of one unit no two in this batch.</summary>
    public bool OnePerUnit { get; init; }

    /// <summary>Whether anything was asked.</summary>
    public bool Find { get; init; }

    public CorePosition Mask => Positions.Aggregate(CorePosition.None, (posts, post) => posts | post);
}
