namespace TrainingHub.Notices;

/// <summary>The number beside the bell.</summary>
public static class UnreadNotices
{
    /// <summary>As many and more are shown as 99+; no page counts further.</summary>
    public const int Most = 100;
}
