namespace TrainingHub.People;

public enum GrantOutcome
{
    Done,
    /// <summary>No such person, organization or grant within reach.</summary>
    Missing,
    /// <summary>Nobody gives what they do not have there.</summary>
    NotYours,
    /// <summary>Nobody takes the right to grant from themselves: it might be the last.</summary>
    OwnGrant,
}
