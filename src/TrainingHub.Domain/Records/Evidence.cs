namespace TrainingHub.Records;

/// <summary>What a record rests on (证据种类).</summary>
public enum Evidence
{
    /// <summary>在线测验</summary>
    OnlineExamination = 1,
    /// <summary>主管部门组织的集中培训</summary>
    BureauSession = 2,
    /// <summary>学校自行组织的集中培训</summary>
    SchoolSession = 3,
    /// <summary>外部培训认可</summary>
    OutsideTraining = 4,
    /// <summary>项目各项要求均已完成: several parts, which the record names</summary>
    SeveralParts = 5,
}
