using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrainingHub.People.Imports;

/// <summary>
/// Recognizes identity-card numbers so that they are never kept. Looks at values, not at headings. Leans to the safe side: eighteen digits with a
/// possible birthday count even when the check digit is wrong, since Excel spoils the last digits of long numbers and people mistype.
/// </summary>
public static partial class IdentityNumber
{
    /// <summary>Whether such a number stands anywhere in the text, also with blanks or hyphens between its digits and in full-width digits.</summary>
    public static bool IsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length < 15)
        {
            return false;
        }

        var plain = text.Normalize(NormalizationForm.FormKC);
        return Stands(plain) || Stands(Separators().Replace(plain, ""));
    }

    /// <summary>The text with every run of fifteen or more digits replaced, for names of files and sheets; all of it where a number stands in pieces.</summary>
    public static string Redact(string text)
    {
        var redacted = LongNumbers().Replace(text, "…");
        return IsIn(redacted) ? "…" : redacted;
    }

    /// <summary>Whether eighteen characters are a number with a right check digit.</summary>
    public static bool HasRightCheckDigit(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (!Eighteen().IsMatch(number) || number.Length != 18)
        {
            return false;
        }

        var sum = 0;
        var weight = 1;
        for (var place = 17; place >= 0; place--)
        {
            sum += weight * (number[place] is 'X' or 'x' ? 10 : number[place] - '0');
            weight = weight * 2 % 11;
        }

        return sum % 11 == 1;
    }

    private static bool Stands(string text) =>
        Eighteen().Matches(text).Any(match => IsBirthday(match.Value.AsSpan(6, 8)))
        || Fifteen().Matches(text).Any(match => IsProvince(match.Value) && IsBirthday($"19{match.Value.AsSpan(6, 6)}"));

    private static bool IsBirthday(ReadOnlySpan<char> digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1850 and <= 2099;

    // Fifteen digits are many things; only those that begin with a province are taken for the old kind of number.
    private static bool IsProvince(string number) =>
        number[0] switch
        {
            '1' or '2' or '3' or '6' => number[1] is >= '1' and <= '7',
            '4' or '5' => number[1] is >= '0' and <= '6',
            '7' => number[1] == '1',
            '8' => number[1] is '1' or '2' or '3',
            _ => false,
        };

    [GeneratedRegex("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Eighteen();

    [GeneratedRegex("(?<![0-9])[1-9][0-9]{14}(?![0-9Xx])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fifteen();

    [GeneratedRegex("[\\s'’·.\\-–—_]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex("[0-9０-９]{14,}[0-9０-９XxＸｘ]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongNumbers();
}
