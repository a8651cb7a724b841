namespace TrainingHub.People;

/// <summary>
/// The common core of posts (岗位) to which every bureau's own catalogue is mapped. Powers of two, so that a target can name several in one mask.
/// </summary>
[Flags]
public enum CorePosition
{
    None = 0,
    /// <summary>校长（园长）</summary>
    Principal = 1 << 0,
    /// <summary>书记</summary>
    PartySecretary = 1 << 1,
    /// <summary>分管安全副校长</summary>
    ViceSafety = 1 << 2,
    /// <summary>安办主任</summary>
    SafetyOfficeHead = 1 << 3,
    /// <summary>具体责任人</summary>
    PersonResponsible = 1 << 4,
    /// <summary>专职安全员</summary>
    SafetyOfficer = 1 << 5,
    /// <summary>中层</summary>
    MiddleManagement = 1 << 6,
    /// <summary>分管领导（教育行政部门、高校）</summary>
    BureauLeader = 1 << 7,
    /// <summary>安全处（科）长</summary>
    SafetySectionChief = 1 << 8,
    /// <summary>机关管理人员</summary>
    BureauStaff = 1 << 9,
    /// <summary>消防重点岗位</summary>
    KeyPostFire = 1 << 10,
    /// <summary>基建重点岗位</summary>
    KeyPostConstruction = 1 << 11,
    /// <summary>实验室重点岗位</summary>
    KeyPostLab = 1 << 12,
    /// <summary>实习实训重点岗位</summary>
    KeyPostInternship = 1 << 13,
    /// <summary>教师</summary>
    Teacher = 1 << 14,
    /// <summary>班主任</summary>
    ClassTeacher = 1 << 15,
    /// <summary>宿管</summary>
    DormitoryKeeper = 1 << 16,
    /// <summary>校车驾驶人</summary>
    Driver = 1 << 17,
    /// <summary>校车照管员</summary>
    Attendant = 1 << 18,
    /// <summary>保安</summary>
    Guard = 1 << 19,
    /// <summary>食堂从业人员</summary>
    CanteenWorker = 1 << 20,
    All = (1 << 21) - 1,
}
