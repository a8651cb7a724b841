namespace TrainingHub.Certificates;

/// <summary>类别 in a serial number.</summary>
public enum CertificateCategory
{
    /// <summary>01 轮训</summary>
    Rotation = 1,
    /// <summary>02 课程</summary>
    Course = 2,
    /// <summary>03 集中培训</summary>
    Session = 3,
    /// <summary>04 竞赛</summary>
    Contest = 4,
    /// <summary>05 外部认可</summary>
    OutsideTraining = 5,
}
