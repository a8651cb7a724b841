using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Courses.Drafts;

/// <summary>How a draft is to begin.</summary>
public sealed record NewDraftInput
{
    /// <summary>template, version or zip.</summary>
    public string Kind { get; init; } = "template";

    [StringLength(200)]
    public string Unit { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(80)]
    public string Slug { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(120)]
    public string Title { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>Slug of a published course.</summary>
    [StringLength(80)]
    public string From { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>One of its versions; the newest when empty.</summary>
    [StringLength(64)]
    public string? Version { get; init; }

    public IFormFile? File { get; init; }
}
