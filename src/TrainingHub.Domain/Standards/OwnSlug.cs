using System.Globalization;

namespace TrainingHub.Standards;

/// <summary>Names of the documents that a unit enters: <c>own-{code}-{number}</c>, counted from 1. No document of anybody else has such a name.</summary>
public static class OwnSlug
{
    /// <summary>The unit's document of this number.</summary>
    public static string Of(string code, int number) => string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(code)}{number}");

    /// <summary>The number of a document of the unit with this code, from 1; null for every other name.</summary>
    public static int? NumberOf(string slug, string code) =>
        slug.StartsWith(PrefixOf(code), StringComparison.Ordinal)
        && slug[PrefixOf(code).Length..] is [>= '1' and <= '9', ..] digits
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string PrefixOf(string code) => $"own-{code.ToLowerInvariant()}-";
}
