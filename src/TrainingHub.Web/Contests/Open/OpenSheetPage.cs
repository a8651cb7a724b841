namespace TrainingHub.Contests.Open;

/// <summary>The ranking to print.</summary>
/// <param name="Page">The contest.</param>
/// <param name="Seen">The whole ranking.</param>
/// <param name="Winners">Who stands on a rank that has a prize.</param>
/// <param name="Units">Names of all schools.</param>
public sealed record OpenSheetPage(OpenPage Page, SeenRanking Seen, IReadOnlyList<RankedPeoplePage.Row> Winners, IReadOnlyDictionary<Guid, string> Units);
