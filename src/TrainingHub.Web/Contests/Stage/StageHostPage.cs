namespace TrainingHub.Contests.Stage;

/// <summary>The console of who leads a contest on a stage.</summary>
/// <param name="Host">What every console shows.</param>
/// <param name="Facts">Null for a draft.</param>
public sealed record StageHostPage(HostPage Host, StageFacts? Facts);
