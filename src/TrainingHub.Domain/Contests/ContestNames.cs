using System.Globalization;
using System.Text;

namespace TrainingHub.Contests;

/// <summary>Names that people without an account give themselves, as a hall may see them.</summary>
public static class ContestNames
{
    /// <summary>In characters as they are read.</summary>
    public const int Longest = 12;

    /// <summary>Letters, digits and what joins them; anything else, markup above all, is left out. Null when nothing is left.</summary>
    /// <param name="typed">As it came.</param>
    /// <param name="longest">In characters as they are read; what is behind them is cut off.</param>
    public static string? Clean(string? typed, int longest = Longest)
    {
        var kept = new StringBuilder();
        foreach (var letter in (typed ?? "").Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(letter) || letter.Value is '·' or '-')
            {
                kept.Append(letter);
            }
            else if (Rune.IsWhiteSpace(letter) && kept.Length > 0 && kept[^1] is not ' ')
            {
                kept.Append(' ');
            }
        }

        var name = new StringInfo(kept.ToString().Trim());
        return name.LengthInTextElements switch
        {
            0 => null,
            var length when length > longest => name.SubstringByTextElements(0, longest).Trim(),
            _ => name.String,
        };
    }

    /// <summary>The number of a seat in the hall: letters, digits and hyphens, capitals. Null when it is none.</summary>
    public static string? CleanPlace(string? typed)
    {
        var place = (typed ?? "").Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();
        return place.Length is > 0 and <= ContestSeat.LongestPlace && place.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-') ? place : null;
    }
}
