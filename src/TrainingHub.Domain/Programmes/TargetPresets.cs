using System.Globalization;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>Targets that are set in the same words in many places. Each preset counts its own people: equal percentages are not equal targets.</summary>
public static class TargetPresets
{
    /// <summary>Schools that are legal persons; campuses and teaching points are not and keep none of these posts of their own.</summary>
    public const OrganizationKind Schools = OrganizationKind.TownshipCentralSchool | OrganizationKind.School
        | OrganizationKind.VocationalCollege | OrganizationKind.University;

    /// <summary>管理岗位 of bureaus and schools.</summary>
    public const CorePosition ManagementPosts = CorePosition.Principal | CorePosition.PartySecretary | CorePosition.ViceSafety | CorePosition.SafetyOfficeHead
        | CorePosition.MiddleManagement | CorePosition.BureauLeader | CorePosition.SafetySectionChief | CorePosition.BureauStaff;

    private const OrganizationKind Bureaus = OrganizationKind.City | OrganizationKind.CountyBureau | OrganizationKind.BureauDepartment;

    private const OrganizationKind ManagedUnits = Bureaus | OrganizationKind.AffiliatedUnit | OrganizationKind.ManagementCentre | Schools;

    private const OrganizationKind Places = OrganizationKind.TownshipCentralSchool | OrganizationKind.School;

    private const CorePosition KeyPosts = CorePosition.KeyPostFire | CorePosition.KeyPostConstruction | CorePosition.KeyPostLab | CorePosition.KeyPostInternship;

    // 教职工 of a school, whatever the post; people of firms that work there are not its staff.
    private const CorePosition Staff = CorePosition.All & ~(CorePosition.BureauLeader | CorePosition.SafetySectionChief | CorePosition.BureauStaff);

    /// <summary>First and last day of the city and county plans (both included).</summary>
    public static readonly DateOnly PlanFrom = new(2024, 1, 1), PlanUntil = new(2026, 12, 31);

    private static readonly DateOnly CampaignFrom = new(2025, 4, 1), CampaignUntil = new(2025, 5, 31);

    /// <summary>Every preset, in the order of its number.</summary>
    public static IReadOnlyList<PresetTerms> All { get; } =
    [
        new()
        {
            Preset = PolicyPreset.CityPlanItem7,
            Series = "s3-7",
            Name = "校长、分管安全副校长、具体责任人轮训",
            NameEn = "Rotation training of principals, vice principals for safety and persons responsible",
            Years = YearsOf(CorePosition.Principal | CorePosition.ViceSafety | CorePosition.PersonResponsible, Schools),
        },
        new()
        {
            Preset = PolicyPreset.CityPlanItem6,
            Series = "s3-6",
            Name = "管理岗位人员安全培训",
            NameEn = "Safety training of management posts",
            Years =
            [
                .. YearsOf(ManagementPosts, ManagedUnits).Take(2),
                new(2026, 100, CorePosition.BureauLeader | CorePosition.SafetySectionChief, Bureaus | OrganizationKind.VocationalCollege | OrganizationKind.University, PlanFrom, PlanUntil),
            ],
        },
        new()
        {
            Preset = PolicyPreset.CountyPlanNamedPosts,
            Series = "s0-3",
            Name = "主要负责人、分管负责人、安办主任轮训",
            NameEn = "Rotation training of principals, vice principals for safety and heads of safety offices",
            Years = [new(2026, 100, CorePosition.Principal | CorePosition.ViceSafety | CorePosition.SafetyOfficeHead, Places, PlanFrom, PlanUntil)],
        },
        new()
        {
            Preset = PolicyPreset.CountyPlanKeyPosts,
            Series = "s0-3-key",
            Name = "消防、基建、实验室、实习实训重点岗位轮训（各法人学校组织）",
            NameEn = "Rotation training of key posts for fire, construction, laboratories and internships, held by each school",
            Years = [new(2026, 100, KeyPosts, Schools, PlanFrom, PlanUntil)],
        },
        new()
        {
            Preset = PolicyPreset.LearnStandards,
            Series = "s4",
            NameWords = "学标准促提升",
            Name = "“学标准 促提升”全体教职工学习",
            NameEn = "All staff learn the standards, spring 2025",
            Years =
            [
                new(2025, 100, Staff, Places | OrganizationKind.Campus, CampaignFrom, CampaignUntil) { Employments = Employment.All & ~Employment.Outsourced },
            ],
            Documents =
            [
                new("教育系统重大事故隐患判定指南", "major-hazards-guideline", "教育系统重大事故隐患判定指南"),
                new("许昌市中小学幼儿园日常安全工作指南", null, "中小学幼儿园日常安全工作指南"),
                new("中小学校、幼儿园消防安全十项规定", "fire-safety-ten-rules", "中小学校、幼儿园消防安全十项规定"),
            ],
        },
    ];

    public static PresetTerms Of(PolicyPreset preset) => All[(int)preset];

    /// <summary>The presets with documents that a programme carries out: the one it says, and those that it is named after.</summary>
    public static IEnumerable<PresetTerms> CarriedOutBy(PolicyPreset? policy, params IEnumerable<string?> names) =>
        All.Where(terms => terms.Documents.Count > 0 && (terms.Preset == policy || names.Any(terms.IsNamed)));

    /// <summary>The targets of a preset with their first rules, by year.</summary>
    /// <param name="preset">Which.</param>
    /// <param name="programmeId">The programme that is owed.</param>
    /// <param name="organizationId">Who sets the targets.</param>
    /// <param name="nextId">Makes ids.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="source">Where the promise is written; null to leave it open.</param>
    /// <param name="series">Names the series and begins the addresses; null for the preset's own.</param>
    public static IReadOnlyList<TargetPreset> Make(
        PolicyPreset preset, Guid programmeId, Guid organizationId, Func<Guid> nextId, DateTime now, string? source = null, string? series = null)
    {
        var terms = Of(preset);
        return [.. terms.Years.Select(TargetOf)];

        TargetPreset TargetOf(PresetYear year)
        {
            var (targetId, ruleId) = (nextId(), nextId());
            var target = new CoverageTarget
            {
                Id = targetId,
                Slug = string.Create(CultureInfo.InvariantCulture, $"{series ?? terms.Series}-{year.Year}"),
                ProgrammeId = programmeId,
                OrganizationId = organizationId,
                Name = terms.Name,
                NameEn = terms.NameEn,
                Series = series ?? terms.Series,
                Year = year.Year,
                Source = source,
                CreatedAt = now,
            };
            return new TargetPreset(target, RuleOf(year, targetId, ruleId, now));
        }
    }

    private static TargetRule RuleOf(PresetYear year, Guid targetId, Guid ruleId, DateTime now) => new()
    {
        Id = ruleId,
        FactId = ruleId,
        TargetId = targetId,
        From = Day.Beginning,
        Until = Day.Open,
        RecordedAt = now,
        Percent = year.Percent,
        Positions = year.Positions,
        Kinds = year.Kinds,
        Employments = year.Employments,
        WindowFrom = year.From,
        WindowUntil = year.Until,
        RosterDay = year.Until,
        CutOffDay = year.Until,
    };

    // At least 30 % by the end of 2024, 60 % by the end of 2025, all by the end of 2026, counted over the years together.
    private static PresetYear[] YearsOf(CorePosition positions, OrganizationKind kinds) =>
    [
        .. new[] { (2024, 30), (2025, 60), (2026, 100) }.Select(year => new PresetYear(year.Item1, year.Item2, positions, kinds, PlanFrom, new DateOnly(year.Item1, 12, 31))),
    ];
}
