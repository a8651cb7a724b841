using System.Text;
using System.Text.RegularExpressions;

namespace TrainingHub.Questions;

/// <summary>
/// 选项顺序: which options may be shuffled. 以上都对 sums up what stands above it and stays last; a question whose options or explanation name letters (A和B都对, 故选D)
/// is shown as its author wrote it, or the letters would mean other options. Papers that were drawn keep the order they were drawn with.
/// </summary>
public static partial class OptionOrder
{
    private const int Timeout = 1000;

    /// <summary>How many options, from the first, are shuffled among themselves; what follows stays as it was written. 0: none.</summary>
    public static int CountShuffled(QuestionPrompt prompt, QuestionKey key)
    {
        // Elsewhere the written order may be the answer, and nobody names letters: steps, places and targets are told by their texts.
        if (prompt.Kind is not (QuestionKind.Single or QuestionKind.Multiple))
        {
            return prompt.Kind is QuestionKind.TrueFalse ? 0 : prompt.OptionCount;
        }

        List<string> options = [.. prompt.Options.Select(Folded)];
        if (LettersExplained().IsMatch(Folded(key.Explanation)) || options.Exists(option => LettersNamed().IsMatch(option)))
        {
            return 0;
        }

        var last = options.FindLastIndex(option => !SumsUp().IsMatch(option)) + 1;
        return options.Take(last).Any(option => SumsUp().IsMatch(option)) ? 0 : last;
    }

    /// <summary>The order that is shown, out of one in which everything was shuffled.</summary>
    /// <param name="shuffled">Original indices.</param>
    /// <param name="count">As <see cref="CountShuffled"/> says.</param>
    public static List<int> Of(IReadOnlyList<int> shuffled, int count) => [.. shuffled.Where(option => option < count), .. shuffled.Where(option => option >= count).Order()];

    // Half a pair of surrogates cannot be folded; such a text names no letters.
    // (B) and 【B】 name a letter like B.
    private static string Folded(string text) => Enclosed().Replace(string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC).Trim(), "${letters}");

    [GeneratedRegex(@"[(\[【「“""'‘]\s*(?<letters>[A-H]{1,8})\s*[)\]】」”""'’]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Enclosed();

    // 以上都对, 上述均不正确, 以上三项, 前两项都是, 都不对, 全部正确; not 以上级通知为准.
    [GeneratedRegex(@"^(以上(?![级传报网])|上述|前述|前[两二三四五六]项|([都均皆]|全[部都]?)(不?(对|是|正确|选)|错误?|可以?$|需要$|$)|(?i:(all|none|both|neither)\s+(of\s+)?(the\s+)?(above|these)))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex SumsUp();

    // A和B都对, A、C, ABD都是, A项与B项; not ABC干粉灭火器, A类火灾.
    [GeneratedRegex(@"(?<![A-Za-z0-9])([A-H](\s*(选项|项))?\s*([、,和与及或+/]|and|or)\s*)+[A-H](?![A-Za-z0-9]|[类级型座栋区])|(?<![A-Za-z0-9])[A-H]\s*(选项|项(?!目))|选项\s*[A-H]|(仅有?|只有|除了?)\s*[A-H](?![A-Za-z0-9]|[类级型座栋区])|^[A-H]+\s*[都均皆全]?(不?(对|是|正确)|错误?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex LettersNamed();

    // 故选D, 答案为AC, A、B、C三项, B项错误, D不符合; not 选A类灭火器, A类火灾.
    [GeneratedRegex(@"(选择?|选项|答案|本题)[为是应选:\s]{0,4}[A-H]+(?![A-Za-z0-9]|[类级型座栋区])|(?<![A-Za-z0-9])([A-H]\s*([、,和与及或/]|and|or)\s*)+[A-H](?![A-Za-z0-9]|[类级型座栋区])|(?<![A-Za-z0-9])[A-H]+\s*(选项|[两二三四五六]?项(?!目)|[.、:]?\s*(的?(说法|做法|表述))?(都|均|皆|也|不)?(正确|错误|对|错|符合|属于|是|为|选))|(?i:\b(options?|answers?|choices?)\s*(is|are|:)?\s*\(?)[A-H]\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex LettersExplained();
}
