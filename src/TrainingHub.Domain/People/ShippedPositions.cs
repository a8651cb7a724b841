using System.Globalization;

namespace TrainingHub.People;

/// <summary>The catalogue of posts (岗位目录) that comes with the application: one entry for each post of the common core.</summary>
public static class ShippedPositions
{
    /// <summary>In the order of <see cref="CorePosition"/>.</summary>
    public static readonly IReadOnlyList<ShippedPosition> All =
    [
        Entry("principal", CorePosition.Principal, "校长（园长）", "Principal", "校长 园长 校长（园长） 校长/园长 学校校长 正校长 院长 执行校长 主持工作副校长 完小校长 教学点负责人"),
        Entry("partySecretary", CorePosition.PartySecretary, "书记", "Party secretary", "书记 党支部书记 党总支书记 党委书记 支部书记 学校书记 党组织书记"),
        Entry("viceSafety", CorePosition.ViceSafety, "分管安全副校长", "Vice principal for safety", "分管安全副校长 副校长（分管安全） 安全副校长 副校长（安全） 分管安全工作副校长 分管安全副园长 副园长（分管安全） 安全副园长"),
        Entry("safetyOfficeHead", CorePosition.SafetyOfficeHead, "安办主任", "Head of safety office", "安办主任 安全办主任 安全办公室主任 安保主任 安保处主任 安稳办主任 安全科主任 综治办主任 安全主任 安全办负责人"),
        Entry("personResponsible", CorePosition.PersonResponsible, "具体责任人", "Person responsible", "具体责任人 安全具体责任人 安全责任人 直接责任人 安全工作具体责任人"),
        Entry("safetyOfficer", CorePosition.SafetyOfficer, "专职安全员", "Full-time safety officer", "专职安全员 安全员 专职安全管理员 安全管理员 安全专干 专职安全干部"),
        Entry("middleManagement", CorePosition.MiddleManagement, "中层", "Middle management", "中层 中层干部 中层管理人员 教导主任 教务主任 德育主任 政教主任 总务主任 后勤主任 办公室主任 年级主任 教研主任"),
        Entry("bureauLeader", CorePosition.BureauLeader, "分管领导", "Bureau leader in charge", "分管领导 分管副局长 副局长（分管安全） 分管安全副局长 分管局领导 分管校领导"),
        Entry("safetySectionChief", CorePosition.SafetySectionChief, "安全处（科）长", "Safety section chief", "安全处（科）长 安全处长 安全科长 安全股长 安全科科长 安全股股长 安全管理科科长 保卫处长 保卫处处长 保卫科长 安稳科科长"),
        Entry("bureauStaff", CorePosition.BureauStaff, "机关管理人员", "Bureau staff", "机关管理人员 机关干部 机关工作人员 科员 科室人员"),
        Entry("keyPostFire", CorePosition.KeyPostFire, "消防重点岗位", "Key post: fire", "消防重点岗位 消防岗位 消防控制室值班员 消控室值班员 消防安全管理人 消防管理员 消防员"),
        Entry("keyPostConstruction", CorePosition.KeyPostConstruction, "基建重点岗位", "Key post: construction", "基建重点岗位 基建岗位 基建管理员 基建主任 基建负责人"),
        Entry("keyPostLab", CorePosition.KeyPostLab, "实验室重点岗位", "Key post: laboratory", "实验室重点岗位 实验室岗位 实验员 实验室管理员 实验教师 危化品管理员 实验室负责人"),
        Entry("keyPostInternship", CorePosition.KeyPostInternship, "实习实训重点岗位", "Key post: internship", "实习实训重点岗位 实习实训岗位 实训指导教师 实习指导教师 实训室管理员 实训中心主任"),
        Entry("teacher", CorePosition.Teacher, "教师", "Teacher", "教师 老师 专任教师 任课教师 科任教师 教员"),
        Entry("classTeacher", CorePosition.ClassTeacher, "班主任", "Class teacher", "班主任 副班主任 带班老师"),
        Entry("dormitoryKeeper", CorePosition.DormitoryKeeper, "宿管", "Dormitory keeper", "宿管 宿管员 宿舍管理员 宿舍管理人员 生活老师 生活教师 公寓管理员"),
        Entry("driver", CorePosition.Driver, "校车驾驶人", "School-bus driver", "校车驾驶人 校车司机 驾驶员 校车驾驶员 司机"),
        Entry("attendant", CorePosition.Attendant, "校车照管员", "School-bus attendant", "校车照管员 照管员 随车照管员 校车随车照管人员 跟车员 跟车老师"),
        Entry("guard", CorePosition.Guard, "保安", "Guard", "保安 保安员 门卫 专职保安 专职保安员 安保人员 校园保安 安保员 门卫保安"),
        Entry("canteenWorker", CorePosition.CanteenWorker, "食堂从业人员", "Canteen worker", "食堂从业人员 食堂工作人员 厨师 炊事员 食堂员工 食堂管理员 食堂工人 厨工 帮厨 食堂负责人"),
    ];

    /// <summary>The entry of a post of the common core.</summary>
    /// <exception cref="ArgumentException">Not exactly one post.</exception>
    public static ShippedPosition Of(CorePosition core) =>
        All.FirstOrDefault(entry => entry.Core == core) ?? throw new ArgumentException($"{core} is not one post.", nameof(core));

    private static ShippedPosition Entry(string code, CorePosition core, string name, string nameEn, string aliases)
    {
        var number = int.Log2((int)core) + 1;
        return new ShippedPosition(Id("8000", number), Id("8001", number), code, core, name, nameEn, aliases.Split(' '));
    }

    private static Guid Id(string kind, int number) =>
        Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-7000-{kind}-{number:D12}"));
}
