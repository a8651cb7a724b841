namespace TrainingHub.Contests;

/// <summary>The one step of the host that comes next.</summary>
public enum HallStep
{
    None,
    Open,
    Lock,
    Reveal,
    Next,
    Resume,
    Finish,
}
