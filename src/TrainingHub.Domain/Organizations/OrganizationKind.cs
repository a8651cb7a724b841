namespace TrainingHub.Organizations;

/// <summary>What a node of the tree is. Powers of two, so that a target can name several kinds in one mask.</summary>
[Flags]
public enum OrganizationKind
{
    None = 0,
    /// <summary>省级教育行政部门</summary>
    Province = 1 << 0,
    /// <summary>市级教育局</summary>
    City = 1 << 1,
    /// <summary>县（市、区）教育局</summary>
    CountyBureau = 1 << 2,
    /// <summary>机关科室</summary>
    BureauDepartment = 1 << 3,
    /// <summary>直属单位</summary>
    AffiliatedUnit = 1 << 4,
    /// <summary>教管中心</summary>
    ManagementCentre = 1 << 5,
    /// <summary>乡镇中心学校</summary>
    TownshipCentralSchool = 1 << 6,
    /// <summary>学校（含幼儿园）</summary>
    School = 1 << 7,
    /// <summary>校区、教学点；不是法人</summary>
    Campus = 1 << 8,
    /// <summary>职业院校</summary>
    VocationalCollege = 1 << 9,
    /// <summary>高等学校</summary>
    University = 1 << 10,
    /// <summary>外包单位</summary>
    Contractor = 1 << 11,
    All = (1 << 12) - 1,
}
