using System.ComponentModel.DataAnnotations;
using TrainingHub.Questions;

namespace TrainingHub.Contests.Stage;

/// <summary>A team, as the form sends it; without a name it is none.</summary>
public sealed record StageTeamInput
{
    /// <summary>Of a team that was saved before: as <see cref="StageTeam.Key"/>.</summary>
    [StringLength(StageTeam.KeyLength)]
    public string? Key { get; init; }

    [StringLength(30, ErrorMessage = "TooLong_Team")]
    public string? Name { get; init => field = ContestNames.Clean(value); }

    [StringLength(StageTeam.LongestUnit, ErrorMessage = "TooLong_Unit")]
    public string? Unit { get; init => field = BankWords.Line(value); }

    [Range(1, StageTeam.MostMembers, ErrorMessage = "Range_Members")]
    public int? Members { get; init; } = StagePresets.Members;
}
