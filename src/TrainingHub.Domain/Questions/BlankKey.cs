using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrainingHub.Questions;

/// <summary>What is right in one blank: one of some words, or a number with its tolerance.</summary>
public sealed partial record BlankKey
{
    /// <summary>Words that are taken; width of characters, white space and capitals do not matter. The first is shown as the answer.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];

    /// <summary>The right number; null where only words are asked.</summary>
    public decimal? Value { get; init; }

    /// <summary>How far from <see cref="Value"/> a number may be (included), from 0.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>How the unit may be written; empty: a number without unit.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Whether the number alone, without one of the units, is wrong.</summary>
    public bool NeedsUnit { get; init; }

    /// <summary>The answer as it is shown after release.</summary>
    public string Shown => Value is { } value
        ? value.ToString(CultureInfo.InvariantCulture) + (Units is [var unit, ..] ? unit : "")
        : Accepted is [var word, ..] ? word : "";

    /// <summary>Whether this is right. An empty text never is.</summary>
    public bool Accepts(string text)
    {
        var folded = Fold(text);
        return folded.Length > 0 && (Accepted.Any(word => string.Equals(Fold(word), folded, StringComparison.Ordinal)) || IsNumber(folded));
    }

    private bool IsNumber(string folded)
    {
        if (Value is not { } value)
        {
            return false;
        }

        var unit = Units.Select(Fold).Where(unit => unit.Length > 0 && folded.EndsWith(unit, StringComparison.Ordinal)).MaxBy(unit => unit.Length);
        if (unit is null && NeedsUnit)
        {
            return false;
        }

        var digits = folded[..^(unit?.Length ?? 0)];
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return digits.Length <= 30 && Digits().IsMatch(digits)
            && decimal.TryParse(digits.Replace(",", "", StringComparison.Ordinal), Styles, CultureInfo.InvariantCulture, out var number) && IsNear(number, value);
    }

    // Two numbers of 28 digits can be too far apart for a decimal to say how far.
    private bool IsNear(decimal number, decimal value)
    {
        try
        {
            return Math.Abs(number - value) <= Tolerance;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>Full- and half-width as one, no white space, no difference of capitals. Half a pair of surrogates is no character and cannot be folded.</summary>
    internal static string Fold(string text) =>
        string.Concat(string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter)))
            .Replace('\u2212', '-')
            .ToUpperInvariant();

    // 1,400 is a number; 1,4 may be meant as two, or as one with a decimal comma: not taken.
    [GeneratedRegex(@"^[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)?(\.[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
