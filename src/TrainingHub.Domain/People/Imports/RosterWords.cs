using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TrainingHub.Organizations;

namespace TrainingHub.People.Imports;

/// <summary>Reads names, numbers and words of a roster.</summary>
public static partial class RosterWords
{
    /// <summary>Eleven digits of a mobile phone; null when it is none, or when a spreadsheet has rounded it (1.38E+10).</summary>
    public static string? Phone(string text)
    {
        var digits = PhoneOrnaments().Replace(text.Normalize(NormalizationForm.FormKC), "");
        digits = Scientific().Match(digits) is { Success: true } whole ? whole.Groups["first"].Value + whole.Groups["rest"].Value : digits;
        digits = digits.EndsWith(".0", StringComparison.Ordinal) ? digits[..^2] : digits;
        digits = digits.StartsWith("+86", StringComparison.Ordinal) ? digits[3..] : digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..] : digits;
        return Mobile().IsMatch(digits) ? digits : null;
    }

    /// <summary>Whether this is a phone number of which the middle is covered, as exports of this and other systems write it.</summary>
    public static bool IsMaskedPhone(string text) => MaskedMobile().IsMatch(PhoneOrnaments().Replace(text.Normalize(NormalizationForm.FormKC), ""));

    /// <summary>The staff number without blanks and in half width; null when it is none (too long, or a number that Excel has already rounded).</summary>
    public static string? StaffNumber(RosterCell cell)
    {
        var text = Blanks().Replace(cell.Text.Normalize(NormalizationForm.FormKC), "");
        text = text.StartsWith('\'') ? text[1..] : text;
        return text.Length is 0 or > 40 || Rounded().IsMatch(text) || (cell.Kind == CellKind.Number && (text.Length > 15 || text.Contains('.', StringComparison.Ordinal) || text.Contains('E', StringComparison.Ordinal)))
            ? null
            : text;
    }

    /// <summary>Whether this can be a name: at most sixty characters, at least one letter, no digits.</summary>
    public static bool IsName(string text) =>
        text.Length <= 60 && text.EnumerateRunes().Any(rune => Rune.IsLetter(rune) || rune.Value > 0xFFFF || rune.Value is >= 0xE000 and <= 0xF8FF) && !text.Any(char.IsDigit);

    /// <summary>张三 for 张  三: blanks between Chinese characters only fill the column. Other names keep theirs.</summary>
    public static string WithoutPadding(string name) =>
        name.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || rune.Value > 0xFFFF || rune.Value is >= 0xE000 and <= 0xF8FF || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter)
            ? Blanks().Replace(name, "")
            : name;

    /// <summary>The kind of employment a roster names; null when the word is unknown.</summary>
    public static Employment? Employment(string text) => NameFolding.Fold(text) switch
    {
        "编制" or "在编" or "编内" or "事业编" or "事业编制" or "在编在岗" or "正式" or "正式编制" or "公办编制" or "行政编制" or "ESTABLISHED" => People.Employment.Established,
        "合同" or "合同制" or "聘用" or "聘用制" or "编外" or "编外聘用" or "合同聘用" or "劳动合同" or "校聘" or "临聘" or "代课" or "CONTRACT" => People.Employment.Contract,
        "派遣" or "劳务派遣" or "DISPATCHED" => People.Employment.Dispatched,
        "外包" or "劳务外包" or "服务外包" or "OUTSOURCED" => People.Employment.Outsourced,
        "实习" or "见习" or "INTERN" => People.Employment.Intern,
        "返聘" or "退休返聘" or "REHIRED" => People.Employment.Rehired,
        _ => null,
    };

    /// <summary>The kind of employment that an unknown word may mean (编外人员, 购买服务); null when nothing speaks for one. A person confirms it.</summary>
    public static Employment? ProposeEmployment(string text)
    {
        var folded = NameFolding.Fold(text);
        return Says("派遣") ? People.Employment.Dispatched
            : Says("外包", "购买服务", "购买岗", "物业", "保安公司") ? People.Employment.Outsourced
            : Says("返聘") ? People.Employment.Rehired
            : Says("实习", "见习", "顶岗") ? People.Employment.Intern
            : Says("编外", "非编", "不在编", "无编", "合同", "聘", "临时", "代课", "员额", "雇") ? People.Employment.Contract
            : Says("编", "正式", "公办") ? People.Employment.Established
            : null;

        bool Says(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (folded.Contains(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a roster says that the post is the main one; null when the word is unknown.</summary>
    public static bool? IsPrimary(string text) => NameFolding.Fold(text) switch
    {
        "是" or "主" or "主岗" or "主任职" or "专职" or "√" or "1" or "Y" or "YES" or "TRUE" => true,
        "否" or "兼" or "兼职" or "兼岗" or "兼任" or "×" or "0" or "N" or "NO" or "FALSE" => false,
        _ => null,
    };

    /// <summary>What a roster says of somebody's being in post: whether the word is known, and why they are not; null when they are.</summary>
    public static (bool IsKnown, LeaveKind? Kind) Status(string text) => NameFolding.Fold(text) switch
    {
        "在岗" or "在职" or "在编" or "在册" or "在校" or "在编在岗" or "在职在岗" or "正常" or "是" or "√" or "Y" or "YES" => (true, null),
        "退休" or "已退休" or "离退休" or "退休已批" or "已退" => (true, LeaveKind.Retirement),
        "离职" or "已离职" or "辞职" or "已辞职" or "解聘" or "辞退" or "离岗" or "已离岗" or "离校" => (true, LeaveKind.Resignation),
        "调出" or "已调出" or "调离" or "已调离" or "调走" or "已调走" => (true, LeaveKind.TransferOut),
        "去世" or "死亡" or "病故" => (true, LeaveKind.Death),
        "病假" or "长期病假" or "长病假" or "病休" => (true, LeaveKind.LongSickLeave),
        "产假" or "休产假" or "生育假" => (true, LeaveKind.MaternityLeave),
        "借调" or "挂职" or "支教" or "支教挂职" or "借出" or "外借" or "借调在外" => (true, LeaveKind.Secondment),
        "停职" or "停薪留职" => (true, LeaveKind.Suspension),
        "请假" or "事假" or "休假" or "待岗" or "长假" or "脱产学习" or "进修" => (true, LeaveKind.Other),
        _ => (false, null),
    };

    /// <summary>The kind of leave a roster names; null when the word is unknown or means that nobody comes back.</summary>
    public static LeaveKind? Leave(string text) => NameFolding.Fold(text) switch
    {
        "其他" or "其他请假" or "婚假" or "丧假" or "陪产假" or "护理假" or "育儿假" or "探亲假" or "哺乳假" or "年休假" or "公假" or "学习" or "OTHERLEAVE" => LeaveKind.Other,
        "休病假" or "LONGSICKLEAVE" => LeaveKind.LongSickLeave,
        "MATERNITYLEAVE" => LeaveKind.MaternityLeave,
        "借调、支教或挂职" or "SECONDMENT" => LeaveKind.Secondment,
        "SUSPENSION" => LeaveKind.Suspension,
        _ => Status(text) is (true, { IsForGood: false } kind) ? kind : null,
    };

    /// <summary>A name of a unit without what people add or leave out: brackets, 镇, 乡, 街道 and the like.</summary>
    public static string UnitKernel(string folded) => UnitOrnaments().Replace(folded, "");

    /// <summary>
    /// How far two folded names of units are apart, smaller is nearer; null when nobody would take one for the other.
    /// 0: they differ in ornaments only; 1: one contains the other; 2: one abbreviates the other (三十二中, 第三十二中学); 3: a slip of the pen.
    /// </summary>
    public static int? UnitDistance(string folded, string other)
    {
        ArgumentNullException.ThrowIfNull(folded);
        ArgumentNullException.ThrowIfNull(other);
        var (one, two) = (UnitKernel(folded), UnitKernel(other));
        var (shorter, longer) = one.Length <= two.Length ? (one, two) : (two, one);
        if (string.Equals(one, two, StringComparison.Ordinal))
        {
            return 0;
        }

        if (shorter.Length < 3)
        {
            return null;
        }

        return longer.Contains(shorter, StringComparison.Ordinal) ? 1
            : Abbreviates(Numerals(shorter), Numerals(longer)) ? 2
            : Slips(one, two, most: shorter.Length >= 8 ? 2 : 1) ? 3
            : null;
    }

    // 第32中学 is 第三十二中学.
    private static string Numerals(string name) => Digits().Replace(name, match =>
    {
        var number = int.Parse(match.Value, CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        return $"{(tens > 1 ? Figures[tens] : "")}{(tens > 0 ? "十" : "")}{(ones > 0 ? Figures[ones] : "")}";
    });

    private const string Figures = "零一二三四五六七八九";

    // All signs of the short name stand in the long one, in their order.
    private static bool Abbreviates(string brief, string full)
    {
        var found = 0;
        foreach (var sign in full)
        {
            found += found < brief.Length && brief[found] == sign ? 1 : 0;
        }

        return found == brief.Length;
    }

    // So many signs wrong, left out or too many.
    private static bool Slips(string one, string two, int most)
    {
        if (Math.Abs(one.Length - two.Length) > most || one.Length < 4)
        {
            return false;
        }

        var row = Enumerable.Range(0, two.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= two.Length; j++)
            {
                var change = diagonal + (one[i - 1] == two[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[two.Length] <= most;
    }

    /// <summary>138****0426</summary>
    public static string MaskPhone(string phone) => phone.Length == 11 ? $"{phone[..3]}****{phone[7..]}" : "****";

    [GeneratedRegex(@"[\s\-–—()'‑]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PhoneOrnaments();

    [GeneratedRegex("^1[3-9][0-9]{9}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mobile();

    // What a spreadsheet makes of a long number when it writes text.
    [GeneratedRegex(@"^[0-9](\.[0-9]+)?E\+[0-9]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rounded();

    // All eleven digits are there; 1.38E+10 has lost eight.
    [GeneratedRegex(@"^(?<first>[1-9])\.(?<rest>[0-9]{10})E\+?10$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^1[3-9][0-9]\*{3,5}[0-9]{3,4}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MaskedMobile();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("(?<![0-9])[1-9][0-9]?(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex("[()（）·\\-—]|镇|乡|街道|办事处|省|市|县|区", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnitOrnaments();
}
