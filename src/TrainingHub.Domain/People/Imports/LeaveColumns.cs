using System.Text.RegularExpressions;

namespace TrainingHub.People.Imports;

/// <summary>The columns in which a roster says from when until when somebody is on leave, of one kind or of whichever another column names.</summary>
/// <param name="Kind">The kind that the headings name; null where they name none.</param>
/// <param name="Both">Both days in one cell.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed partial record LeaveColumns(LeaveKind? Kind, RosterColumn Both, RosterColumn From, RosterColumn Until)
{
    public static readonly IReadOnlyList<LeaveColumns> All =
    [
        new(null, RosterColumn.Leave, RosterColumn.LeaveFrom, RosterColumn.LeaveUntil),
        new(LeaveKind.LongSickLeave, RosterColumn.SickLeave, RosterColumn.SickLeaveFrom, RosterColumn.SickLeaveUntil),
        new(LeaveKind.MaternityLeave, RosterColumn.MaternityLeave, RosterColumn.MaternityLeaveFrom, RosterColumn.MaternityLeaveUntil),
        new(LeaveKind.Secondment, RosterColumn.Secondment, RosterColumn.SecondmentFrom, RosterColumn.SecondmentUntil),
        new(LeaveKind.Suspension, RosterColumn.Suspension, RosterColumn.SuspensionFrom, RosterColumn.SuspensionUntil),
    ];

    /// <summary>What a folded heading means; null when it names no days of leave. A word alone (产假) may say anything: it is none.</summary>
    public static RosterColumn? Of(string heading)
    {
        if (Heading().Match(heading) is not { Success: true } match)
        {
            return null;
        }

        var columns = match.Groups["sick"].Success ? All[1] : match.Groups["maternity"].Success ? All[2] : match.Groups["secondment"].Success ? All[3] : match.Groups["suspension"].Success ? All[4] : All[0];
        return match.Groups["start"].Success ? columns.From
            : match.Groups["end"].Success ? columns.Until
            : match.Groups["days"].Success ? columns.Both
            : null;
    }

    // 请假开始日期 休假起 产假结束时间 病假止 借调起止时间 挂职时间 开始请假日期
    [GeneratedRegex(
        "^(?:(?<start>开始|起始)|(?<end>结束|终止))?" +
        "(?:(?<sick>休?长?期?病假|病休|SICKLEAVE)|(?<maternity>休?产假|生育假|MATERNITYLEAVE)|(?<secondment>借调|支教挂职|挂职支教|挂职|支教|外借|借出|SECONDMENT)|(?<suspension>停职|停薪留职|SUSPENSION)|请假|休假|长假|假期|事假|脱产学习|脱产|进修|LEAVE)" +
        "(?:(?<days>起止|起讫))?(?:(?<days>时间|日期|期限|DAYS))?(?:(?<start>开始|起始|起|自|始|FROM)|(?<end>结束|终止|截止|到期|止|至|UNTIL))?(?:(?<days>时间|日期|日))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();
}
