using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Account;

/// <summary>Activation codes as they are typed and as they are kept.</summary>
internal static class CodeHash
{
    /// <summary>Twelve characters as printed: ABCD-EFGH-JKMN.</summary>
    public static string Printed(string code) => $"{code[..4]}-{code[4..8]}-{code[8..]}";

    /// <summary>Lower-case hex SHA-256 of what was typed; dashes, spaces, width and letter case do not matter.</summary>
    public static string Of(string typed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Tidy(typed))));

    private static string Tidy(string typed) =>
        string.Concat(typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
}
