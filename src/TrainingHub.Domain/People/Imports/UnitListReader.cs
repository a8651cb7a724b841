using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>Turns the sheets of a workbook into rows of a list of organizations.</summary>
public static class UnitListReader
{
    /// <summary>More rows than this are not one list.</summary>
    public const int MostRows = 5_000;

    private const int RowsSearched = 30;
    private const int LongestName = 120;
    private const int LongestArea = 60;

    private static readonly Dictionary<string, UnitColumn> Spellings = Spell(
        (UnitColumn.Name, "单位名称 学校名称 机构名称 名称 单位 学校 机构 name"),
        (UnitColumn.Code, "单位代码 机构代码 机构码 学校代码 代码 编码 code"),
        (UnitColumn.Above, "上级单位 上级机构 上级 主管单位 主管部门 所属单位 隶属单位 parent unitabove"),
        (UnitColumn.Kind, "单位类别 单位类型 机构类别 机构类型 学校类别 学校类型 办学类型 类别 类型 性质 kind"),
        (UnitColumn.Stages, "学段 办学学段 stages"),
        (UnitColumn.Flags, "单位特征 特征 属性 标志 flags traits"),
        (UnitColumn.Area, "片区 区域 所在片区 area"),
        (UnitColumn.From, "设立日期 成立日期 设立时间 成立时间 建校时间 建校日期 开始日期 existsfrom"));

    /// <summary>The rows of all sheets that have a heading; null where no sheet has one with names, refused when there are none or too many.</summary>
    public static (IReadOnlyList<UnitRow> Rows, ReadOutcome.Refused? Refused) Read(IReadOnlyList<SheetCells> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        var (rows, found, hasHeading) = (new List<UnitRow>(), new List<string>(), false);
        foreach (var sheet in sheets.Where(sheet => !sheet.IsHidden && sheet.Rows.Count > 0).Select(sheet => sheet.WithMergedFilled()))
        {
            if (Heading(sheet) is not var (row, columns))
            {
                found.AddRange(sheet.Rows[0].Where(cell => cell.Kind == CellKind.Text && cell.Text.Length <= 40).Select(cell => IdentityNumber.Redact(cell.Text)).Take(30));
                continue;
            }

            hasHeading = true;
            for (var index = row + 1; index < sheet.Rows.Count && rows.Count <= MostRows; index++)
            {
                if (ReadRow(sheet, index, columns) is { } read)
                {
                    rows.Add(read);
                }
            }
        }

        return (rows, !hasHeading ? new ReadOutcome.Refused(FileRefusal.MissingColumn, "", string.Join('、', found))
            : rows.Count is 0 ? new ReadOutcome.Refused(FileRefusal.NoRows)
            : rows.Count > MostRows ? new ReadOutcome.Refused(FileRefusal.TooManyRows)
            : null);
    }

    private static (int Row, Dictionary<UnitColumn, int> Columns)? Heading(SheetCells sheet)
    {
        for (var row = 0; row < Math.Min(sheet.Rows.Count, RowsSearched); row++)
        {
            var columns = new Dictionary<UnitColumn, int>();
            foreach (var (place, cell) in sheet.Rows[row].Index())
            {
                if (cell.Kind == CellKind.Text && Spellings.TryGetValue(RosterHeader.Fold(cell.Text), out var column))
                {
                    columns.TryAdd(column, place);
                }
            }

            // A title alone (单位) is no heading: it has at least two columns.
            if (columns.ContainsKey(UnitColumn.Name) && columns.Count > 1)
            {
                return (row, columns);
            }
        }

        return null;
    }

    private static UnitRow? ReadRow(SheetCells sheet, int index, Dictionary<UnitColumn, int> columns)
    {
        var cells = columns.ToDictionary(pair => pair.Key, pair => pair.Value < sheet.Rows[index].Count ? sheet.Rows[index][pair.Value] : RosterCell.Blank);
        var said = sheet.Rows[index].Where(cell => cell.Kind != CellKind.Blank).Take(2).ToList();
        // Under a table stand notes, beside which nothing else stands.
        if (cells.Values.All(cell => cell.Kind == CellKind.Blank) || (said is [var only] && RosterReader.BeginsNote(only.Text)))
        {
            return null;
        }

        var row = new UnitRow { Sheet = IdentityNumber.Redact(sheet.Name), Number = index + 1 };
        foreach (var (column, cell) in cells.Where(pair => pair.Value.Kind is not CellKind.Blank).OrderBy(pair => pair.Key))
        {
            var (filled, reason) = cell.Kind is CellKind.Formula or CellKind.Error || IdentityNumber.IsIn(cell.Text) ? (row, UnitReason.FormulaCell) : Fill(row, column, cell, sheet.CountsFrom1904);
            row = reason is UnitReason.None || filled.Reason is not UnitReason.None ? filled : filled with { Reason = reason, Column = column, Found = IdentityNumber.Redact(Short(cell.Text)) };
        }

        return row is { Name: "", Reason: UnitReason.None } ? row with { Reason = UnitReason.NameMissing, Column = UnitColumn.Name } : row;
    }

    private static (UnitRow Row, UnitReason Reason) Fill(UnitRow row, UnitColumn column, RosterCell cell, bool countsFrom1904)
    {
        switch (column)
        {
            case UnitColumn.Name when cell.Text.Length <= LongestName:
                return (row with { Name = cell.Text }, UnitReason.None);
            case UnitColumn.Code when cell.Text.Length <= 40:
                return (row with { Code = cell.Text.ToUpperInvariant() }, UnitReason.None);
            case UnitColumn.Above when cell.Text.Length <= LongestName:
                return (row with { Above = cell.Text }, UnitReason.None);
            case UnitColumn.Area when cell.Text.Length <= LongestArea:
                return (row with { Area = cell.Text }, UnitReason.None);
            case UnitColumn.Kind:
                return UnitWords.Kind(cell.Text) is var (kind, implied) ? (row with { Kind = kind, Stages = implied is SchoolStages.None ? row.Stages : implied }, UnitReason.None) : (row, UnitReason.KindUnknown);
            case UnitColumn.Stages:
                return UnitWords.Stages(cell.Text) is { } stages ? (row with { Stages = stages }, UnitReason.None) : (row, UnitReason.StagesUnknown);
            case UnitColumn.Flags:
                return UnitWords.Flags(cell.Text) is { } flags ? (row with { Flags = flags }, UnitReason.None) : (row, UnitReason.FlagsUnknown);
            case UnitColumn.From:
                var (day, problem) = RosterDate.Read(cell, isEnd: false, countsFrom1904);
                return problem is RowReason.None ? (row with { From = day }, UnitReason.None) : (row, UnitReason.DateUnreadable);
            default:
                return (row, UnitReason.TooLong);
        }
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[58]) ? 58 : 59)] + "…";

    private static Dictionary<string, UnitColumn> Spell(params (UnitColumn Column, string Words)[] spellings) =>
        spellings.SelectMany(line => line.Words.Split(' '), (line, word) => (Word: NameFolding.Fold(word), line.Column)).ToDictionary(pair => pair.Word, pair => pair.Column, StringComparer.Ordinal);
}
