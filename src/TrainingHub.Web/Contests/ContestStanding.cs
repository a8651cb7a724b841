namespace TrainingHub.Contests;

/// <summary>How far a contest is, for lists.</summary>
public enum ContestStanding
{
    Draft,
    Running,
    Finished,
}
