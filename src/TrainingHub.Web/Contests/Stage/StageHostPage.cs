namespace TrainingHub.Contests.Stage;

/// <summary>The console of who leads a contest on a stage.</summary>
/// <param name="Host">What every console shows.</param>
/// <param name="Facts">Null for a draft.</param>
/// <param name="Devices">How many hold the seat of a team, by its number; without those of none.</param>
public sealed record StageHostPage(HostPage Host, StageFacts? Facts, IReadOnlyDictionary<int, int> Devices);
