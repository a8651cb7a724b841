namespace TrainingHub.Coverage;

public enum ExclusionState
{
    Asked = 1,
    Approved = 2,
    Refused = 3,
    /// <summary>Asked or approved before, taken back for these days: they count again.</summary>
    Withdrawn = 4,
}
