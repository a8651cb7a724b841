namespace TrainingHub.Sessions;

/// <summary>By what the people of a session can be sorted.</summary>
public enum ParticipantSort
{
    Unit,
    Name,
    State,
    Called,
}
