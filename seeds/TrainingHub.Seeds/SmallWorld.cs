using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Seeds;

/// <summary>云岭市: one city, two counties, ten schools, some thirty people. Small enough to know by heart; every rule of counting occurs in it once.</summary>
public static class SmallWorld
{
    public const string City = "city", Linxi = "linxi", Wangchuan = "wangchuan", School32 = "school32", Experimental = "experimental",
        East = "experimental-east", Binhe = "binhe", Poplar = "poplar", Songping = "songping", SongpingFirst = "songping-1", LakeIsland = "lake-island",
        WangchuanHigh = "wangchuan-high", School5 = "school5", SafetySection = "safety-section", Guards = "guards";

    public const string CityOfficer = "officer-city", LinxiOfficer = "officer-linxi", WangchuanOfficer = "officer-wangchuan",
        SchoolAdministrator = "admin-school32", Principal = "principal-school32", VicePrincipal = "vice-school32", Responsible = "responsible-school32",
        Teacher = "teacher-school32", BinhePrincipal = "principal-binhe", WangchuanPrincipal = "principal-wangchuan-high";

    private static readonly DateOnly Since2022 = new(2022, 9, 1);

    /// <summary>What a bureau officer is granted.</summary>
    public static readonly IReadOnlyList<Capability> OfficerCapabilities =
    [
        Capability.ReadPeople, Capability.ManageOrganizations, Capability.ManagePeople, Capability.ManageAccounts, Capability.DeclarePositions,
        Capability.ConfirmDeclarations, Capability.ReadCoverage, Capability.ReadNames, Capability.ManageTargets, Capability.ReadRecords,
        Capability.RevokeRecords, Capability.ManageQuizzes, Capability.ManageGrants, Capability.ManageStandards, Capability.ManageCourses, Capability.ManageSessions,
    ];

    /// <summary>What a school administrator is granted.</summary>
    public static readonly IReadOnlyList<Capability> SchoolCapabilities =
        [Capability.ReadPeople, Capability.ManagePeople, Capability.ManageAccounts, Capability.DeclarePositions, Capability.ReadCoverage, Capability.ReadNames, Capability.ReadRecords, Capability.ManageStandards, Capability.ManageSessions];

    public static World Make() => new()
    {
        Name = "small",
        Setter = City,
        Organizations = Organizations(),
        People = People(),
        Declarations =
        [
            new(Experimental, CorePosition.ViceSafety, DeclaredState.Vacant),
            new(Poplar, CorePosition.ViceSafety, DeclaredState.NotKept, IsConfirmed: true),
            new(SongpingFirst, CorePosition.ViceSafety, DeclaredState.NotKept),
        ],
    };

    private static WorldOrganization[] Organizations() =>
    [
        new(City, null, "云岭市教育局", OrganizationKind.City) { RegionCode = "369900", ProvinceShortName = "云" },
        new(SafetySection, City, "云岭市教育局安全管理科", OrganizationKind.BureauDepartment),
        new(School5, City, "云岭市第五高级中学", OrganizationKind.School) { Stages = SchoolStages.Senior, Flags = OrganizationFlags.Boarding | OrganizationFlags.HighRise },
        new(Linxi, City, "临溪区教育局", OrganizationKind.CountyBureau) { RegionCode = "369902", ProvinceShortName = "云" },
        new(School32, Linxi, "临溪区第三十二中学", OrganizationKind.School) { Stages = SchoolStages.Junior, Area = "城东片区" },
        new(Experimental, Linxi, "临溪区第三十二中学附属实验小学", OrganizationKind.School) { Stages = SchoolStages.Primary, Flags = OrganizationFlags.VeryLarge, Area = "城东片区" },
        new(East, Experimental, "临溪区第三十二中学附属实验小学（东校区）", OrganizationKind.Campus) { Stages = SchoolStages.Primary },
        new(Binhe, Linxi, "临溪区滨河路小学", OrganizationKind.School) { Stages = SchoolStages.Primary, Area = "城西片区" },
        new(Poplar, Linxi, "小白杨幼儿园", OrganizationKind.School) { Stages = SchoolStages.Nursery, Flags = OrganizationFlags.Private, Area = "城西片区" },
        new(Guards, Linxi, "临溪区安泰保安服务公司", OrganizationKind.Contractor),
        new(Wangchuan, City, "望川县教育局", OrganizationKind.CountyBureau) { RegionCode = "369903", ProvinceShortName = "云" },
        new(Songping, Wangchuan, "松坪乡中心学校", OrganizationKind.TownshipCentralSchool) { Stages = SchoolStages.Primary | SchoolStages.Junior },
        new(SongpingFirst, Songping, "松坪乡第一小学", OrganizationKind.School) { Stages = SchoolStages.Primary },
        new(LakeIsland, Songping, "湖心岛教学点", OrganizationKind.Campus) { Stages = SchoolStages.Primary },
        new(WangchuanHigh, Wangchuan, "望川县第一高级中学", OrganizationKind.School) { Stages = SchoolStages.Senior, Flags = OrganizationFlags.Boarding },
    ];

    private static WorldPerson[] People() =>
    [
        Officer(CityOfficer, "陆言秋", 1, City, SafetySection, "市教育局安全科：看覆盖率、查名单、管机构"),
        Officer(LinxiOfficer, "方亦真", 2, Linxi, Linxi, "区教育局：看本区覆盖率，导入名册"),
        Officer(WangchuanOfficer, "祁远山", 3, Wangchuan, Wangchuan, "县教育局：只看得到望川县"),
        One(SchoolAdministrator, "秦望舒", 4, School32, "safetyOfficeHead") with
        {
            Grants = [.. SchoolCapabilities.Select(capability => (School32, capability))],
            HasAccount = true,
            ShownAs = "第三十二中学管理员：管本校名册、印激活单、申报岗位",
        },
        One(Principal, "沈知南", 5, School32, "principal") with { HasAccount = true, ShownAs = "第三十二中学校长：还没有完成轮训" },
        One(VicePrincipal, "温以宁", 6, School32, "viceSafety") with { HasAccount = true, ShownAs = "第三十二中学分管安全副校长：2025年已完成", CompletedOn = new(2025, 10, 15) },
        One(Responsible, "骆怀安", 7, School32, "personResponsible") with { HasAccount = true },
        One(Teacher, "陈若川", 8, School32, "teacher") with { HasAccount = true, ShownAs = "第三十二中学教师：不在轮训对象内，可以自学" },
        One(BinhePrincipal, "顾一鸣", 9, Binhe, "principal") with { HasAccount = true, ShownAs = "滨河路小学校长：另一所学校", CompletedOn = new(2024, 11, 20) },
        One("vice-binhe", "尹书遥", 10, Binhe, "viceSafety"),
        One("responsible-binhe", "贺清和", 11, Binhe, "personResponsible") with { CompletedOn = new(2025, 5, 9) },
        // Two posts in one school: counted once, at the primary one.
        One("principal-experimental", "程砚秋", 12, Experimental, "principal") with
        {
            Memberships = [new(Experimental, "principal", Since2022, Day.Open), new(Experimental, "personResponsible", Since2022, Day.Open, IsPrimary: false)],
            CompletedOn = new(2024, 6, 3),
        },
        One("responsible-east", "苏见微", 13, East, "personResponsible") with { CompletedOn = new(2026, 4, 17) },
        One("principal-poplar", "唐予安", 14, Poplar, "principal") with { Memberships = [new(Poplar, "principal", new(2023, 3, 1), Day.Open, Employment: Employment.Contract)] },
        One("responsible-poplar", "阿依古丽·买买提", 15, Poplar, "personResponsible") with { CompletedOn = new(2025, 12, 30) },
        // Left in 2025: counted for 2024 only.
        One("principal-songping-former", "邹怀瑾", 16, Songping, "principal") with { Memberships = [new(Songping, "principal", Since2022, new(2025, 8, 31))], CompletedOn = new(2024, 9, 12) },
        One("principal-songping", "关山月", 17, Songping, "principal") with { Memberships = [new(Songping, "principal", new(2025, 9, 1), Day.Open)] },
        One("vice-songping", "柏长青", 18, Songping, "viceSafety") with { CompletedOn = new(2026, 3, 26) },
        // Primary post at the central school, a second one at the village school.
        One("responsible-songping", "闻人笑", 19, Songping, "personResponsible") with
        {
            Memberships = [new(Songping, "personResponsible", Since2022, Day.Open), new(SongpingFirst, "personResponsible", new(2024, 2, 20), Day.Open, IsPrimary: false)],
        },
        One("principal-songping-1", "池映雪", 20, SongpingFirst, "principal"),
        One(WangchuanPrincipal, "易水寒", 21, WangchuanHigh, "principal") with { HasAccount = true, CompletedOn = new(2025, 3, 18) },
        One("vice-wangchuan-high", "龚自远", 22, WangchuanHigh, "viceSafety") with { CompletedOn = new(2025, 3, 18) },
        One("responsible-wangchuan-high", "䶮一", 23, WangchuanHigh, "personResponsible"),
        One("principal-school5", "欧阳听雨", 24, School5, "principal") with { CompletedOn = new(2026, 1, 8) },
        One("vice-school5", "裴松年", 25, School5, "viceSafety") with { CompletedOn = new(2025, 11, 6) },
        One("responsible-school5", "米粒", 26, School5, "personResponsible"),
        One("keeper-wangchuan-high", "康宁", 27, WangchuanHigh, "dormitoryKeeper"),
        One("guard-1", "石敢", 28, Guards, "guard") with { Memberships = [new(Guards, "guard", Since2022, Day.Open, Employment: Employment.Outsourced)] },
    ];

    private static WorldPerson Officer(string key, string name, int number, string granted, string workplace, string shownAs) =>
        One(key, name, number, workplace, "bureauStaff") with
        {
            Grants = [.. OfficerCapabilities.Select(capability => (granted, capability))],
            HasAccount = true,
            ShownAs = shownAs,
        };

    private static WorldPerson One(string key, string name, int number, string organization, string position) =>
        new(key, name, $"YL{number:0000}", $"139000{number:00000}")
        {
            Memberships = [new(organization, position, Since2022, Day.Open)],
        };
}
