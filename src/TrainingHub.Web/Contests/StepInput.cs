using System.ComponentModel.DataAnnotations;
using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>A step of the host.</summary>
public sealed record StepInput
{
    public ContestEntryKind Kind { get; init; }

    /// <summary>Number of the last entry that the host saw.</summary>
    public int After { get; init; }

    public int? Item { get; init; }

    public int? Seat { get; init; }

    /// <summary>Of a ruling: all answers that are right, with commas.</summary>
    [StringLength(ContestEntry.LongestText)]
    public string? Text { get; init => field = value is null ? null : BankWords.Line(value); }

    /// <summary>Of an adjustment.</summary>
    [Range(-ContestRules.MostPoints, ContestRules.MostPoints)]
    public int? Amount { get; init; }

    [StringLength(200)]
    public string? Reason { get; init => field = BankWords.Line(value) is { Length: > 0 } line ? line : null; }

    /// <summary>Whether it can be a step at all: corrections say why.</summary>
    public bool IsSound => Kind switch
    {
        ContestEntryKind.Opened or ContestEntryKind.Locked or ContestEntryKind.Revealed => Item is not null,
        ContestEntryKind.Next or ContestEntryKind.Paused or ContestEntryKind.Resumed or ContestEntryKind.Finished
            or ContestEntryKind.JoiningClosed or ContestEntryKind.JoiningOpened => true,
        ContestEntryKind.Ruled => Item is not null && Reason is not null && !string.IsNullOrWhiteSpace(Text),
        ContestEntryKind.QuestionWithdrawn => Item is not null && Reason is not null,
        ContestEntryKind.Adjusted => Seat is not null && Amount is not null and not 0 && Reason is not null,
        _ => false,
    };
}
