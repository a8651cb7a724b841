using System.Text.RegularExpressions;
using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>The row that names the columns. It may lie below rows with a title.</summary>
/// <param name="Row">Its number from zero; of a heading in two rows the lower one's.</param>
/// <param name="Columns">Which place, from zero, holds which column.</param>
/// <param name="Found">The headings as the file writes them, from left to right.</param>
public sealed partial record RosterHeader(int Row, IReadOnlyDictionary<RosterColumn, int> Columns, IReadOnlyList<string> Found)
{
    private const int RowsSearched = 30;

    private static readonly Dictionary<string, RosterColumn> Spellings = Spell(
        (RosterColumn.Name, "姓名 人员姓名 教师姓名 教职工姓名 员工姓名 name"),
        (RosterColumn.StaffNumber, "工号 教工号 职工号 教职工号 人员编号 教师编号 员工编号 staffnumber staffno"),
        (RosterColumn.Phone, "手机号 手机 手机号码 联系电话 电话 电话号码 联系方式 移动电话 phone mobile"),
        (RosterColumn.Unit, "单位 学校 所在单位 工作单位 所在学校 单位名称 学校名称 机构 机构名称 任职单位 unit school organization"),
        (RosterColumn.Position, "岗位 职务 任职岗位 岗位名称 职务名称 安全岗位 position post"),
        (RosterColumn.From, "任职开始 任职时间 到岗日期 任职开始日期 任职开始时间 任职日期 到岗时间 上岗日期 上岗时间 开始日期 from startdate"),
        (RosterColumn.Until, "任职结束 离任日期 任职结束日期 任职结束时间 离任时间 离岗日期 离岗时间 结束日期 离职日期 离职时间 退休日期 退休时间 until enddate"),
        (RosterColumn.Employment, "用工形式 编制性质 用工性质 人员性质 employment"),
        (RosterColumn.IsPrimary, "主任职 是否主岗 是否主任职 主岗 是否为主岗 primary mainpost"),
        (RosterColumn.Status, "在岗状态 在职状态 人员状态 在岗情况 在职情况 人员状况 是否在岗 是否在职 在岗与否 status"),
        (RosterColumn.LeaveKind, "请假类型 请假类别 请假种类 休假类型 休假类别 休假种类 假别 假期类型 假期类别 leavekind leavetype"));

    public bool Has(RosterColumn column) => Columns.ContainsKey(column);

    /// <summary>
    /// The first row with at least name and post; else the row with most headings that are known, so that one can say what is missing;
    /// null when no row has a known heading.
    /// </summary>
    /// <param name="sheet">Of a workbook.</param>
    /// <param name="own">What folded headings mean here, as a person said; goes before the usual spellings. Null: nothing was said.</param>
    public static RosterHeader? Find(SheetCells sheet, IReadOnlyDictionary<string, RosterColumn>? own = null)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        RosterHeader? best = null;
        for (var row = 0; row < Math.Min(sheet.Rows.Count, RowsSearched); row++)
        {
            var header = Read(sheet.Rows[row], row, own ?? Spellings);
            if (header.Has(RosterColumn.Name) && header.Has(RosterColumn.Position))
            {
                return row + 1 < sheet.Rows.Count ? WithSecondRow(sheet, header) : header;
            }

            if (header.Columns.Count > (best?.Columns.Count ?? 0))
            {
                best = header;
            }
        }

        return best;
    }

    private static RosterHeader Read(IReadOnlyList<RosterCell> cells, int row, IReadOnlyDictionary<string, RosterColumn> own)
    {
        var columns = new Dictionary<RosterColumn, int>();
        for (var place = 0; place < cells.Count; place++)
        {
            if (cells[place].Kind == CellKind.Text && Fold(cells[place].Text) is var heading && Meant(heading, own) is { } column)
            {
                columns.TryAdd(column, place);
            }
        }

        return new RosterHeader(row, columns, [.. cells.Where(cell => cell.Kind == CellKind.Text && cell.Text.Length <= 40).Select(cell => cell.Text)]);
    }

    private static RosterColumn? Meant(string heading, IReadOnlyDictionary<string, RosterColumn> own) =>
        own.TryGetValue(heading, out var column) || Spellings.TryGetValue(heading, out column) ? column : LeaveColumns.Of(heading);

    // 任职时间 over 开始 and 结束: the row below names parts of what the row above names, and nobody.
    private static RosterHeader WithSecondRow(SheetCells sheet, RosterHeader header)
    {
        var (upper, lower) = (sheet.Rows[header.Row], sheet.Rows[header.Row + 1]);
        var columns = new Dictionary<RosterColumn, int>(header.Columns);
        if (IsSaid(RosterColumn.Name) || IsSaid(RosterColumn.Position))
        {
            return header;
        }

        var (above, parts) = ("", 0);
        for (var place = 0; place < lower.Count; place++)
        {
            above = place < upper.Count && upper[place].Kind == CellKind.Text ? upper[place].Text : above;
            if (lower[place].Kind == CellKind.Text && Part(Fold(above), Fold(lower[place].Text)) is { } column)
            {
                columns[column] = place;
                parts++;
            }
        }

        // 请假时间 over 开始 and 结束 has no cell with both.
        foreach (var leave in LeaveColumns.All.Where(leave => columns.ContainsKey(leave.From) || columns.ContainsKey(leave.Until)))
        {
            columns.Remove(leave.Both);
        }

        return parts is 0 ? header : header with { Row = header.Row + 1, Columns = columns };

        // A cell merged over both rows says in the lower what it says in the upper.
        bool IsSaid(RosterColumn column) =>
            header.Columns[column] is var place && place < lower.Count && lower[place].Kind != CellKind.Blank
            && !string.Equals(lower[place].Text, upper[place].Text, StringComparison.Ordinal);
    }

    private static RosterColumn? Part(string above, string part) =>
        Spellings.TryGetValue(above + part, out var whole) ? whole
        : LeaveColumns.Of(above + part) is { } leave ? leave
        : Spellings.TryGetValue(part, out var alone) && !Spellings.ContainsKey(above) ? alone
        : !above.Contains("任职", StringComparison.Ordinal) && !above.Contains("起止", StringComparison.Ordinal) && !above.Contains("时间", StringComparison.Ordinal) ? null
        : part is "开始" or "起" or "自" or "起始" or "开始时间" or "开始日期" or "起始时间" ? RosterColumn.From
        : part is "结束" or "止" or "至" or "终止" or "结束时间" or "结束日期" or "截止时间" ? RosterColumn.Until
        : null;

    /// <summary>Whether a row names the columns once more, as on the top of every printed page.</summary>
    public bool IsRepeatedIn(SheetCells sheet, int row)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var places = Columns.Where(pair => pair.Key is not (RosterColumn.From or RosterColumn.Until or >= RosterColumn.Leave)).Select(pair => pair.Value).ToList();
        return Enumerable.Range(Math.Max(0, Row - 1), Row > 0 ? 2 : 1).Any(own => places.TrueForAll(place =>
            place < sheet.Rows[own].Count && place < sheet.Rows[row].Count && sheet.Rows[own][place].Kind == CellKind.Text
            && string.Equals(sheet.Rows[own][place].Text, sheet.Rows[row][place].Text, StringComparison.Ordinal)));
    }

    /// <summary>A heading without its ornaments, in which 姓名* and 姓名（必填） are one.</summary>
    public static string Fold(string heading) => Ornaments().Replace(NameFolding.Fold(heading), "");

    private static Dictionary<string, RosterColumn> Spell(params (RosterColumn Column, string Words)[] spellings) =>
        spellings.SelectMany(line => line.Words.Split(' '), (line, word) => (Word: NameFolding.Fold(word), line.Column))
            .ToDictionary(pair => pair.Word, pair => pair.Column, StringComparer.Ordinal);

    // 姓名*, 岗位（必填）, 联系电话：
    [GeneratedRegex(@"\(.*?\)|[*:_#]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ornaments();
}
