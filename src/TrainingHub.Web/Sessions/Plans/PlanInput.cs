using System.ComponentModel.DataAnnotations;
using TrainingHub.People;

namespace TrainingHub.Sessions.Plans;

/// <summary>What is asked of a plan.</summary>
public sealed record PlanInput
{
    /// <summary>Slug of the target; asked of a new one only.</summary>
    public string? Target { get; init; }

    /// <summary>Code or name of the unit; empty: all in reach. Asked of a new one only.</summary>
    [StringLength(120, ErrorMessage = "Bad_Unit")]
    public string? Organization { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [Required(ErrorMessage = "Required_Title"), StringLength(BatchPlan.LongestTitle, ErrorMessage = "TooLong_Title")]
    public string Title { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>None: all that the target counts.</summary>
    public CorePosition[] Posts { get; init => field = [.. (value ?? []).Where(post => Enum.IsDefined(post) && int.PopCount((int)post) is 1)]; } = [];

    [Required(ErrorMessage = "Bad_Share"), Range(1, 100, ErrorMessage = "Bad_Share")]
    public int? Share { get; init; } = PlanRules.UsualShare;

    /// <summary>Whether people whom others have called or planned for get a place, too.</summary>
    public bool IncludesOthers { get; init; }

    /// <summary>The version that the form shows.</summary>
    public int Version { get; init; }

    internal PlanChange.Terms Terms => new(Title, Posts.Aggregate(CorePosition.None, (posts, post) => posts | post), Share ?? PlanRules.UsualShare, IncludesOthers);
}
