using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;

namespace TrainingHub.Notices;

/// <summary>What notices say, in the language of whoever reads them.</summary>
public sealed class NoticeWords(IStringLocalizer<NoticesText> text)
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-Hans"), English = CultureInfo.GetCultureInfo("en");

    /// <summary>The kind, and the name of what it is about.</summary>
    public string Title(Notice notice) => notice.About.Length is 0 ? Kind(notice.Kind) : text["TitleOf", Kind(notice.Kind), notice.About];

    public string Kind(NoticeKind kind) => text[$"Kind_{kind}"];

    /// <summary>One sentence; what is owed stands in the lines.</summary>
    public string Sentence(Notice notice) => text[$"Say_{notice.Kind}", notice.About, notice.Day?.Written() ?? "", notice.Detail];

    public IEnumerable<string> Lines(Notice notice) => NoticeLines.Read(notice.Lines).Select(Line);

    private string Line(NoticeLine line) =>
        text[line.WorkingDaysLeft is 0 ? "Line_LastDay" : "Line", IsEnglish ? line.NameEn : line.Name, line.Deadline.Written(), line.WorkingDaysLeft];

    private static bool IsEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);

    /// <summary>Words for what leaves the application: nobody's browser says in which language.</summary>
    internal static T InChinese<T>(Func<T> words) => In(Chinese, words);

    /// <summary>Words that are kept in both languages until somebody reads them.</summary>
    internal static T InEnglish<T>(Func<T> words) => In(English, words);

    private static T In<T>(CultureInfo spoken, Func<T> words)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (spoken, spoken);
        try
        {
            return words();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
    }
}
