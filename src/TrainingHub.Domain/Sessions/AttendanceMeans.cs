namespace TrainingHub.Sessions;

/// <summary>How we know that somebody was there. Stored by number.</summary>
public enum AttendanceMeans
{
    /// <summary>扫码, with one's own account</summary>
    Code = 1,
    /// <summary>扫码, with name and the last four digits of the phone on the list</summary>
    NameAndPhone = 2,
    /// <summary>会场点名: ticked by the keeper</summary>
    List = 3,
    /// <summary>纸质签到表: typed in by the keeper</summary>
    Paper = 4,
}
