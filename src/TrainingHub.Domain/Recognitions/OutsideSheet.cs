using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TrainingHub.Organizations;
using TrainingHub.People.Imports;
using TrainingHub.Programmes;

namespace TrainingHub.Recognitions;

/// <summary>Turns sheets into rows of outside training. Identity numbers are left behind here, before anything is kept.</summary>
public static partial class OutsideSheet
{
    /// <summary>More rows than this are not one file.</summary>
    public const int MostRows = 5000;

    private const int RowsSearched = 30;
    private const int MinutesPerHour = 45;

    private static readonly (string Column, string Spellings)[] Columns =
    [
        ("name", "姓名 人员姓名 教师姓名 参训人员 name"),
        ("number", "工号 教工号 职工号 教职工号 人员编号 staffnumber"),
        ("phone", "手机号 手机 手机号码 联系电话 电话 phone"),
        ("unit", "单位 学校 所在单位 工作单位 单位名称 学校名称 unit school"),
        ("title", "培训名称 培训内容 培训项目 培训班名称 培训主题 名称 title training"),
        ("organizer", "主办单位 组织单位 举办单位 承办单位 培训机构 发证单位 organizer"),
        ("from", "开始日期 开始时间 起始日期 培训开始 开始 from"),
        ("until", "结束日期 结束时间 截止日期 培训结束 完成日期 结业日期 培训日期 培训时间 日期 时间 结束 until date"),
        ("hours", "学时 培训学时 课时 学时数 hours"),
        ("domain", "领域 专业领域 domain"),
        ("result", "考核结果 成绩 结果 考核成绩 result"),
        ("programme", "等同项目 代替项目 认可项目 programme"),
        ("course", "等同课程 代替课程 认可课程 course"),
    ];

    private static readonly Dictionary<string, string> Spellings = Columns
        .SelectMany(column => column.Spellings.Split(' '), (column, word) => (Word: NameFolding.Fold(word), column.Column)).ToDictionary(pair => pair.Word, pair => pair.Column, StringComparer.Ordinal);

    private static readonly Dictionary<string, ExpertDomain> Domains = new(StringComparer.Ordinal)
    {
        ["消防"] = ExpertDomain.Fire,
        ["基建工程"] = ExpertDomain.Construction,
        ["基建"] = ExpertDomain.Construction,
        ["自然灾害"] = ExpertDomain.NaturalDisaster,
        ["实验室"] = ExpertDomain.Laboratory,
        ["实习实训"] = ExpertDomain.Internship,
        ["中小学幼儿园"] = ExpertDomain.Schools,
    };

    /// <summary>The rows of every sheet that is shown and has the headings name, title and a last day; empty when none has.</summary>
    /// <param name="sheets">Of the file.</param>
    /// <param name="today">Nothing ends after it.</param>
    public static IReadOnlyList<OutsideRow> Read(IEnumerable<SheetCells> sheets, DateOnly today)
    {
        var rows = new List<OutsideRow>();
        foreach (var sheet in sheets.Where(sheet => !sheet.IsHidden))
        {
            if (Header(sheet) is var (header, places))
            {
                for (var row = header + 1; row < sheet.Rows.Count && rows.Count <= MostRows; row++)
                {
                    var cells = places.ToDictionary(pair => pair.Key, pair => At(sheet.Rows[row], pair.Value), StringComparer.Ordinal);
                    // Notes below the table fill one cell.
                    if (cells.Values.Count(cell => cell.Kind != CellKind.Blank) > 1)
                    {
                        rows.Add(Read(sheet, row, cells, today));
                    }
                }
            }
        }

        return rows;
    }

    private static (int Row, Dictionary<string, int> Places)? Header(SheetCells sheet)
    {
        for (var row = 0; row < Math.Min(sheet.Rows.Count, RowsSearched); row++)
        {
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (place, cell) in sheet.Rows[row].Index())
            {
                if (cell.Kind == CellKind.Text && Spellings.TryGetValue(Ornaments().Replace(NameFolding.Fold(cell.Text), ""), out var column))
                {
                    places.TryAdd(column, place);
                }
            }

            if (places.ContainsKey("name") && places.ContainsKey("title") && places.ContainsKey("until"))
            {
                return (row, places);
            }
        }

        return null;
    }

    private static RosterCell At(IReadOnlyList<RosterCell> row, int place) => place < row.Count ? row[place] : RosterCell.Blank;

    private static OutsideRow Read(SheetCells sheet, int row, Dictionary<string, RosterCell> cells, DateOnly today)
    {
        string text(string column) => IdentityNumber.Redact(cells.GetValueOrDefault(column).Text?.Trim() ?? "");
        var (until, untilProblem) = RosterDate.Read(cells.GetValueOrDefault("until"), isEnd: true, sheet.CountsFrom1904);
        var (from, fromProblem) = RosterDate.Read(cells.GetValueOrDefault("from"), isEnd: false, sheet.CountsFrom1904);
        var minutes = Minutes(text("hours"));
        var domain = text("domain") is { Length: > 0 } typed ? Domains.GetValueOrDefault(typed, ExpertDomain.All) : ExpertDomain.None;
        var (name, title, organizer, result) = (text("name"), text("title"), text("organizer"), text("result"));
        return new OutsideRow
        {
            Sheet = IdentityNumber.Redact(sheet.Name),
            Number = row + 1,
            Name = name,
            StaffNumber = text("number"),
            Phone = text("phone"),
            Unit = text("unit"),
            Title = title,
            Organizer = organizer,
            From = from ?? until ?? default,
            Until = until ?? default,
            Minutes = minutes ?? 0,
            Domain = domain,
            Result = result,
            Programme = text("programme"),
            Course = text("course"),
            Fault = name.Length == 0 ? OutsideFault.NameMissing
                : title.Length == 0 ? OutsideFault.TitleMissing
                : organizer.Length == 0 ? OutsideFault.OrganizerMissing
                : untilProblem != RowReason.None || fromProblem != RowReason.None || until == Time.Day.Open ? OutsideFault.DateUnreadable
                : until is null ? OutsideFault.UntilMissing
                : from > until ? OutsideFault.DaysReversed
                : until > today ? OutsideFault.DayAhead
                : minutes is null ? OutsideFault.HoursUnreadable
                : domain == ExpertDomain.All ? OutsideFault.DomainUnknown
                : title.Length > OutsideTraining.LongestTitle || organizer.Length > OutsideTraining.LongestOrganizer || result.Length > OutsideTraining.LongestResult ? OutsideFault.TooLong
                : OutsideFault.None,
        };
    }

    /// <summary>Whole minutes of 学时 as they are typed, rounded down: 16, 2.5, 16学时. Null when it is no number from 0 to 400; nothing typed is 0.</summary>
    public static int? Minutes(string typed)
    {
        var text = typed.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).Replace("学时", "", StringComparison.Ordinal);
        return text.Length == 0 ? 0
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours <= OutsideTraining.MostMinutes / MinutesPerHour ? (int)(hours * MinutesPerHour)
            : null;
    }

    // 姓名*, 学时（必填）:
    [GeneratedRegex(@"\(.*?\)|[*:_#]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ornaments();
}
