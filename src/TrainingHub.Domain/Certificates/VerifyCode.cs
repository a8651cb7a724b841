using System.Text;

namespace TrainingHub.Certificates;

/// <summary>查验码: the random code in a certificate's verify address. Whoever reads it off paper may write it in small letters, with spaces and hyphens.</summary>
public static class VerifyCode
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 16;

    /// <summary>A code as somebody typed it, or the whole verify address, in its stored form; null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > 100 })
        {
            return null;
        }

        var code = string.Concat(typed[(typed.LastIndexOf('/') + 1)..].Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length && code.All(char.IsAsciiLetterOrDigit) ? code : null;
    }

    /// <summary>In groups of four, to be read aloud.</summary>
    public static string Grouped(string code) => string.Join(' ', code.Chunk(4).Select(group => new string(group)));
}
