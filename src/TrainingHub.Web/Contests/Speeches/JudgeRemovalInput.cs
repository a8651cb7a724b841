using System.ComponentModel.DataAnnotations;
using TrainingHub.Questions;

namespace TrainingHub.Contests.Speeches;

/// <summary>Taking a judge off, as the organizer sends it.</summary>
public sealed record JudgeRemovalInput
{
    [StringLength(SpeechJudge.LongestReason, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = BankWords.Line(value) is { Length: > 0 } line ? line : null; }

    /// <summary>Whether the sheets of the judge go on to count.</summary>
    public bool? KeepsSheets { get; init; }
}
