using System.ComponentModel.DataAnnotations;
using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>What the forms of both kinds of contest ask: who holds it, and from what its questions are drawn.</summary>
public abstract record ContestBasics
{
    [Required(ErrorMessage = "Required_Title"), StringLength(Contest.LongestTitle, ErrorMessage = "TooLong_Title")]
    public string Title { get; init => field = BankWords.Line(value); } = "";

    /// <summary>Code of the unit that holds it; asked once.</summary>
    [StringLength(16, ErrorMessage = "Required_Owner")]
    public string? Organization { get; init; }

    /// <summary>Of what the form showed; 0 for a new one.</summary>
    public int Version { get; init; }

    public string[] Courses { get; init; } = [];

    public bool UsesBank { get; init; }

    [StringLength(ContestPlan.LongestTag, ErrorMessage = "TooLong_Tag")]
    public string? Tag { get; init => field = BankWords.Line(value) is { Length: > 0 } line ? line : null; }
}
