namespace TrainingHub.Contests.Stage;

/// <summary>A contest on a stage for a team's device.</summary>
/// <param name="Code">Of the contest.</param>
/// <param name="Title">Of the contest.</param>
/// <param name="Terms">What is agreed; null while the contest is not open.</param>
/// <param name="Team">Number of the team whose seat this browser holds, or may take; null without.</param>
/// <param name="Key">With which it may be taken; null where it is held.</param>
/// <param name="Token">Of a browser that takes it.</param>
/// <param name="Device">Number of the entry by which its device was renewed; 0 without.</param>
/// <param name="IsOut">Whether the browser held a seat, or came with a code, that the host has renewed since.</param>
public sealed record StageTeamPage(string Code, string Title, StageTerms? Terms, int? Team, string? Key, string? Token, int Device = 0, bool IsOut = false)
{
    /// <summary>How it ended, for a named member without a device, and the number of their team; null otherwise.</summary>
    public (StageFacts Facts, int Team)? Final { get; init; }

    public string TeamName => Team is { } number && Terms is { } terms ? terms.Teams[number - 1].Name : "";
}
