using System.Globalization;
using System.Text.RegularExpressions;
using TrainingHub.Documents;

namespace TrainingHub.Standards;

/// <summary>What posters and checklists say. Always Chinese, whatever the reader's language: they hang on a wall in China.</summary>
internal static partial class NoticeSheets
{
    private const string Note = "条文是大意，以公布的文本为准。";

    /// <summary>The document of which the page for the school's notice board is made.</summary>
    public const string HazardsSlug = "major-hazards-guideline";

    extension(StandardPage page)
    {
        /// <summary>The poster of one edition.</summary>
        public PosterSheet PosterFor(Uri address, SheetSize size) => new()
        {
            Kicker = page.Readers is EditionReaders.OwnPeople ? $"岗位安全操作标准　{page.Row.Owner}" : "校园安全标准公示",
            Title = $"《{page.Row.Edition.Title}》",
            Facts = FactsOf(page),
            Items = ItemsOf(page.Row.Edition),
            Address = address,
            Caption = CaptionOf(page),
            Note = NoteOf(page),
            Issued = DateOf(page.Row.Edition),
            Size = size,
        };

        /// <summary>The checklist of one edition.</summary>
        public ChecklistSheet ChecklistFor(Uri address, SheetSize size) => new()
        {
            Title = $"《{page.Row.Edition.Title}》检查表",
            Facts = FactsOf(page),
            Items = ItemsOf(page.Row.Edition),
            Address = address,
            Caption = CaptionOf(page),
            Note = NoteOf(page),
            Issued = DateOf(page.Row.Edition),
            Size = size,
        };

        /// <summary>身边的重大事故隐患: the items that are judged directly, on one sheet.</summary>
        public PosterSheet HazardsFor(Uri address, SheetSize size) => new()
        {
            Kicker = "学校公告栏",
            Title = "身边的重大事故隐患",
            Facts = [$"依据《{page.Row.Edition.Title}》（{page.Row.Edition.Number}）"],
            Lead = "下面的情形，校园里有任何一种，就是重大事故隐患。",
            Items = HazardsOf(page.Row.Edition),
            Advice = Advice,
            Address = address,
            Caption = "扫码看标准全文",
            Note = Note,
            Issued = DateOf(page.Row.Edition),
            Size = size,
            IsSingle = true,
        };
    }

    /// <summary>What to do, with lines for the school to fill in.</summary>
    public static readonly IReadOnlyList<string> Advice =
    [
        "发现了怎么办：先离开危险，不碰不动，马上报告。",
        "学校安全负责人：＿＿＿＿＿＿＿＿　电话：＿＿＿＿＿＿＿＿＿＿　上级主管部门电话：＿＿＿＿＿＿＿＿＿＿",
    ];

    /// <summary>The items of the list, without the words of whoever entered them.</summary>
    public static IReadOnlyList<PosterItem> HazardsOf(StandardEdition edition) =>
    [
        .. edition.Clauses
            .Where(clause => clause.MayBeCited && ItemPattern().IsMatch(clause.Number))
            .Select((clause, index) => new PosterItem((index + 1).ToString(CultureInfo.InvariantCulture), Plain(clause.Title ?? ""), Plain(clause.Text))),
    ];

    // The sheet says no date that is not known, but its file carries one.
    private static DateOnly DateOf(StandardEdition edition) => edition.Issued ?? edition.InForceFrom ?? new DateOnly(1980, 1, 1);

    public static IReadOnlyList<PosterItem> ItemsOf(StandardEdition edition) =>
        [.. edition.Clauses.Select(clause => new PosterItem(clause.Number, Plain(clause.Title ?? ""), Plain(clause.Text)))];

    public static IReadOnlyList<string> FactsOf(StandardPage page)
    {
        var edition = page.Row.Edition;
        var from = (edition.InForceFrom ?? edition.Issued)?.ToString("yyyy'年'M'月'd'日'起施行", CultureInfo.InvariantCulture) ?? "施行日期待核";
        var until = edition.InForceUntil is { } day ? $"，至{day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture)}止" : "";
        var state = page.Row.Status switch
        {
            EditionStatus.Replaced => "（已停止施行，不再张贴）",
            EditionStatus.ToBeChecked => "（待核）",
            _ => "",
        };
        return [$"{edition.Issuer}　{edition.Number}", $"版本：{edition.Edition}　{from}{until}{state}"];
    }

    public static string CaptionOf(StandardPage page) => page.Readers is EditionReaders.OwnPeople ? "本单位人员登录后扫码" : "扫码看现行版本";

    // What a unit wrote itself stands here word for word.
    private static string NoteOf(StandardPage page) => page.Row.Owner is { } owner ? $"录入单位：{owner}" : Note;

    private static string Plain(string text) => AsidePattern().Replace(text, "").Replace("；本系统转述）", "）", StringComparison.Ordinal);

    [GeneratedRegex("（(本系统转述|只见开头)）", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsidePattern();

    [GeneratedRegex("第[0-9]+项$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItemPattern();
}
