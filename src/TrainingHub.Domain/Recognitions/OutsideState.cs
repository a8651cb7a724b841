namespace TrainingHub.Recognitions;

/// <summary>Stored by number: never renumber.</summary>
public enum OutsideState
{
    /// <summary>待审核</summary>
    Asked = 1,
    /// <summary>已认可</summary>
    Accepted = 2,
    /// <summary>未认可</summary>
    Refused = 3,
    /// <summary>已撤回: asked or accepted before; what rested on it is revoked</summary>
    Withdrawn = 4,
}
