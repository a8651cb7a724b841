namespace TrainingHub.Coverage;

public enum ExclusionState
{
    Asked = 1,
    Approved = 2,
    Refused = 3,
}
