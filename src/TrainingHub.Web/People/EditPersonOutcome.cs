namespace TrainingHub.People;

public enum EditPersonOutcome
{
    Done,
    Missing,
    /// <summary>Somebody else was faster.</summary>
    Changed,
    /// <summary>The staff number belongs to somebody else.</summary>
    SameNumber,
}
