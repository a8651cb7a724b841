namespace TrainingHub.Contests.Stage;

/// <summary>A contest on a stage for a team's device.</summary>
/// <param name="Code">Of the contest.</param>
/// <param name="Title">Of the contest.</param>
/// <param name="Terms">What is agreed; null while the contest is not open.</param>
/// <param name="Team">Number of the team whose seat this browser holds, or may take; null without.</param>
/// <param name="Key">With which it may be taken; null where it is held.</param>
/// <param name="Token">Of a browser that takes it.</param>
public sealed record StageTeamPage(string Code, string Title, StageTerms? Terms, int? Team, string? Key, string? Token)
{
    public string TeamName => Team is { } number && Terms is { } terms ? terms.Teams[number - 1].Name : "";
}
