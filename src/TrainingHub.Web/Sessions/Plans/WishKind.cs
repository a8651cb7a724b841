namespace TrainingHub.Sessions.Plans;

/// <summary>What is wished for people of a plan.</summary>
public enum WishKind
{
    /// <summary>固定到这一批</summary>
    Pin = 1,
    /// <summary>不去这一批</summary>
    KeepOut = 2,
    /// <summary>取消固定和不去</summary>
    Release = 3,
}
