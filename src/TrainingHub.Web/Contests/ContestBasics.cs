using System.ComponentModel.DataAnnotations;
using TrainingHub.Contests.Awards;
using TrainingHub.Programmes;
using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>What the forms of both kinds of contest ask: who holds it, from what its questions are drawn, and what it gives beside its ranking.</summary>
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

    [Range(0, PrizeCounts.Most, ErrorMessage = "Bad_Prizes")]
    public int First { get; init; }

    [Range(0, PrizeCounts.Most, ErrorMessage = "Bad_Prizes")]
    public int Second { get; init; }

    [Range(0, PrizeCounts.Most, ErrorMessage = "Bad_Prizes")]
    public int Third { get; init; }

    /// <summary>学时 in minutes.</summary>
    [Range(0, ContestCredit.MostMinutes, ErrorMessage = "Range_Credit")]
    public int CreditMinutes { get; init; }

    public ExpertDomain CreditDomain { get; init; }

    /// <summary>Of people by their rank, on a stage by that of their team.</summary>
    public virtual PrizeCounts Prizes => new(First, Second, Third);

    /// <summary>Minutes that it gives.</summary>
    public virtual int Credit => CreditMinutes;
}
