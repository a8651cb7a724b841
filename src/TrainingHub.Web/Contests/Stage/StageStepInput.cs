using System.ComponentModel.DataAnnotations;
using TrainingHub.Questions;

namespace TrainingHub.Contests.Stage;

/// <summary>A step of who leads a contest on a stage.</summary>
public sealed record StageStepInput
{
    public ContestEntryKind Kind { get; init; }

    /// <summary>Number of the last entry that the host saw.</summary>
    public int After { get; init; }

    /// <summary>Of a ruling: the question.</summary>
    public int? Item { get; init; }

    [Range(1, StageTerms.MostTeams)]
    public int? Team { get; init; }

    /// <summary>Of an answer: letters; of a judgement: what the host heard; of a penalty: the offence.</summary>
    [StringLength(20)]
    public string? Text { get; init => field = BankWords.Line(value) is { Length: > 0 } line ? line : null; }

    /// <summary>Of a choice or an adjustment: points.</summary>
    [Range(-ContestRules.MostPoints, ContestRules.MostPoints)]
    public int? Amount { get; init; }

    /// <summary>Of a choice: the team that is named.</summary>
    [Range(1, StageTerms.MostTeams)]
    public int? To { get; init; }

    /// <summary>Of 改判: as <see cref="StageRuling.As"/>.</summary>
    [Range(StageRuling.Wrong, StageRuling.Neither)]
    public int? As { get; init; }

    /// <summary>Of a renewed device: number of the entry by which it was renewed before; 0 without.</summary>
    public int Device { get; init; }

    [StringLength(200)]
    public string? Reason { get; init => field = BankWords.Line(value) is { Length: > 0 } line ? line : null; }

    /// <summary>Whether it can be a step at all: rulings say why.</summary>
    public bool IsSound => Kind switch
    {
        ContestEntryKind.RoundBegun or ContestEntryKind.Asked or ContestEntryKind.Opened or ContestEntryKind.Judged or ContestEntryKind.PassedOn or ContestEntryKind.Revealed => true,
        ContestEntryKind.Paused or ContestEntryKind.Resumed or ContestEntryKind.Finished => true,
        ContestEntryKind.Buzzed or ContestEntryKind.FalseStarted or ContestEntryKind.Abstained or ContestEntryKind.DeviceRenewed => Team is not null,
        ContestEntryKind.Given => Team is not null && Text is not null,
        ContestEntryKind.Chosen => Team is not null && Amount is not null,
        ContestEntryKind.Ruled => Item is not null && Team is not null && As is not null and >= 0 && Reason is not null,
        ContestEntryKind.QuestionWithdrawn => Item is not null && Reason is not null,
        ContestEntryKind.Adjusted => Team is not null && Amount is not null and not 0 && Reason is not null,
        ContestEntryKind.Penalized => Team is not null && Reason is not null && StageOffences.Find(Text) is not null,
        _ => false,
    };

    /// <summary>As the log keeps it.</summary>
    internal string? LogText => Kind switch
    {
        ContestEntryKind.Chosen => StageChoice.TextOf(To),
        ContestEntryKind.Ruled => new StageRuling(Team ?? 0, As ?? 0).ToString(),
        ContestEntryKind.Given or ContestEntryKind.Judged or ContestEntryKind.Penalized => Text,
        _ => null,
    };
}
