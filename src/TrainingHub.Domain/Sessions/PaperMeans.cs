namespace TrainingHub.Sessions;

/// <summary>How the answers on a paper came to us. Stored by number.</summary>
public enum PaperMeans
{
    /// <summary>纸质答卷: typed in by the keeper</summary>
    Paper = 1,
    /// <summary>会务设备: answered by the person on the keeper's device</summary>
    Device = 2,
    /// <summary>缺考: it was not sat, as the keeper says with a reason; no attempt is made of it, and it is not passed</summary>
    Absent = 3,
}
