using System.Text;

namespace TrainingHub.People;

/// <summary>Mobile phone numbers of the mainland: eleven digits, the first a 1.</summary>
public static class PhoneNumber
{
    /// <summary>Digits only: full-width digits, spaces, hyphens and a leading +86 are put right; null when that is no mobile phone number.</summary>
    public static string? Tidy(string? typed)
    {
        var digits = string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(sign => sign is not (' ' or '-' or '\t')));
        digits = digits.StartsWith("+86", StringComparison.Ordinal) ? digits[3..] : digits;
        return digits.Length == 11 && digits[0] == '1' && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>138****0426; shorter numbers keep only their last two signs. Null stays null.</summary>
    public static string? Mask(string? phone) => phone switch
    {
        null => null,
        { Length: >= 11 } => $"{phone[..3]}****{phone[^4..]}",
        { Length: > 2 } => $"****{phone[^2..]}",
        _ => "****",
    };
}
