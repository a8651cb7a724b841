namespace TrainingHub.Sessions;

/// <summary>佐证材料 of a session. Stored by number.</summary>
public enum SessionFileKind
{
    /// <summary>签到表照片</summary>
    SignInSheet = 1,
    /// <summary>现场照片</summary>
    Photo = 2,
    /// <summary>通知、课件、纪要等文件</summary>
    Document = 3,
}
