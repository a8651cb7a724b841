using System.Globalization;
using System.Text;

namespace TrainingHub.Organizations;

/// <summary>Folds names so that the same name written in two ways is found: full and half width, spaces, kinds of brackets and dots, letter case.</summary>
public static class NameFolding
{
    /// <summary>The folded name. Never longer than the name; characters outside the basic plane are kept as they are.</summary>
    public static string Fold(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (IsPlain(name))
        {
            return name;
        }

        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control)
            {
                continue;
            }

            folded.Append(rune.Value switch
            {
                '•' or '・' or '‧' or '∙' or '●' => "·",
                '〔' or '【' or '[' => "(",
                '〕' or '】' or ']' => ")",
                _ => Rune.ToUpperInvariant(rune).ToString(),
            });
        }

        return folded.ToString();
    }

    // Most names are written the one way already: common Chinese characters, figures and capitals stay as they are under every step.
    private static bool IsPlain(string name)
    {
        foreach (var sign in name)
        {
            if (sign is not ((>= '\u4E00' and <= '\u9FA5') or (>= '0' and <= '9') or (>= 'A' and <= 'Z')))
            {
                return false;
            }
        }

        return true;
    }
}
