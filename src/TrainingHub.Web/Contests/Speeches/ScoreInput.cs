using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests.Speeches;

/// <summary>A score sheet, as its judge sends it.</summary>
public sealed record ScoreInput
{
    /// <summary>One for each criterion.</summary>
    [MaxLength(SpeechCriterion.Most, ErrorMessage = "Bad_Scores")]
    public int?[] Scores { get; init => field = value ?? []; } = [];

    [StringLength(SpeechSheet.LongestComment, ErrorMessage = "TooLong_Comment")]
    public string? Comment { get; init => field = value?.Trim().ReplaceLineEndings("\n"); }

    [StringLength(SpeechSheet.LongestReason, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    /// <summary>The turn that the form shows; 0: none yet.</summary>
    public int Turn { get; init; }

    /// <summary>Of the contest that the form shows.</summary>
    public int ContestVersion { get; init; }

    /// <summary>Of the entry that the form shows.</summary>
    public int EntryVersion { get; init; }
}
