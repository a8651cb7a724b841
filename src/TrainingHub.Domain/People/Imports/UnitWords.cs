using System.Text.RegularExpressions;
using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>Reads the words for kinds, stages and traits of organizations.</summary>
public static partial class UnitWords
{
    /// <summary>The kind that a list names, and the stages that the word implies; null when the word is unknown.</summary>
    public static (OrganizationKind Kind, SchoolStages Stages)? Kind(string text) => NameFolding.Fold(text) switch
    {
        "学校" or "学校(含幼儿园)" or "特殊教育学校" or "SCHOOL" => (OrganizationKind.School, SchoolStages.None),
        "小学" => (OrganizationKind.School, SchoolStages.Primary),
        "初中" or "初级中学" => (OrganizationKind.School, SchoolStages.Junior),
        "高中" or "高级中学" or "普通高中" => (OrganizationKind.School, SchoolStages.Senior),
        "完全中学" or "完中" => (OrganizationKind.School, SchoolStages.Junior | SchoolStages.Senior),
        "九年一贯制学校" or "九年一贯制" => (OrganizationKind.School, SchoolStages.Primary | SchoolStages.Junior),
        "幼儿园" => (OrganizationKind.School, SchoolStages.Nursery),
        "校区、教学点" or "校区" or "教学点" or "分校" or "分园" or "CAMPUS" => (OrganizationKind.Campus, SchoolStages.None),
        "乡镇中心学校" or "中心学校" or "中心校" => (OrganizationKind.TownshipCentralSchool, SchoolStages.None),
        "教管中心" or "教育管理中心" or "学区" or "学区中心" => (OrganizationKind.ManagementCentre, SchoolStages.None),
        "县(市、区)教育局" or "县教育局" or "区教育局" or "县级教育局" or "区县教育局" => (OrganizationKind.CountyBureau, SchoolStages.None),
        "市级教育局" or "市教育局" => (OrganizationKind.City, SchoolStages.None),
        "省级教育行政部门" or "省教育厅" => (OrganizationKind.Province, SchoolStages.None),
        "机关科室" or "科室" => (OrganizationKind.BureauDepartment, SchoolStages.None),
        "直属单位" or "事业单位" => (OrganizationKind.AffiliatedUnit, SchoolStages.None),
        "职业院校" or "职业学院" => (OrganizationKind.VocationalCollege, SchoolStages.None),
        "中职" or "中职学校" or "中等职业学校" or "职业高中" or "职高" => (OrganizationKind.VocationalCollege, SchoolStages.SecondaryVocational),
        "高等学校" or "高校" or "大学" => (OrganizationKind.University, SchoolStages.None),
        "外包单位" or "保安公司" or "外包公司" => (OrganizationKind.Contractor, SchoolStages.None),
        _ => null,
    };

    /// <summary>All stages that a list names; none for 无; null when a word is unknown.</summary>
    public static SchoolStages? Stages(string text)
    {
        var stages = SchoolStages.None;
        foreach (var word in Words(text))
        {
            SchoolStages? stage = word switch
            {
                "无" or "-" or "—" => SchoolStages.None,
                "幼儿园" or "学前" or "幼儿" => SchoolStages.Nursery,
                "小学" => SchoolStages.Primary,
                "初中" => SchoolStages.Junior,
                "高中" => SchoolStages.Senior,
                "中等职业学校" or "中职" or "职高" => SchoolStages.SecondaryVocational,
                "九年一贯制" or "九年一贯" => SchoolStages.Primary | SchoolStages.Junior,
                "完全中学" or "完中" => SchoolStages.Junior | SchoolStages.Senior,
                _ => null,
            };
            if (stage is not { } known)
            {
                return null;
            }

            stages |= known;
        }

        return stages;
    }

    /// <summary>All traits that a list names; none for 无; null when a word is unknown.</summary>
    public static OrganizationFlags? Flags(string text)
    {
        var flags = OrganizationFlags.None;
        foreach (var word in Words(text))
        {
            OrganizationFlags? flag = word switch
            {
                "无" or "-" or "—" or "公办" => OrganizationFlags.None,
                "寄宿制" or "寄宿" => OrganizationFlags.Boarding,
                "有高层建筑" or "高层建筑" or "高层" => OrganizationFlags.HighRise,
                "超大规模" => OrganizationFlags.VeryLarge,
                "民办" => OrganizationFlags.Private,
                _ => null,
            };
            if (flag is not { } known)
            {
                return null;
            }

            flags |= known;
        }

        return flags;
    }

    private static IEnumerable<string> Words(string text) => Separators().Split(NameFolding.Fold(text)).Where(word => word.Length > 0);

    [GeneratedRegex("[、,;/+和]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();
}
