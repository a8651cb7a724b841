using System.Text.RegularExpressions;

namespace TrainingHub.Courseware;

/// <summary>Names that stand in addresses.</summary>
internal static partial class Slugs
{
    /// <summary>Logs when it is not lowercase Latin letters and digits joined by hyphens, at most 80 characters.</summary>
    public static void Check(string slug, Place place, ProblemLog log)
    {
        if (slug.Length is 0 || IsValid(slug))
        {
            return;
        }

        log.Error(
            place,
            "slug-invalid",
            ($"“{slug}”不能用在网址里。", $"'{slug}' cannot stand in an address."),
            ("只用小写字母和数字，用连字符连接，最多80个字符。", "Use lowercase letters and digits joined by hyphens, at most 80 characters."));
    }

    public static bool IsValid(string slug) => slug.Length is > 0 and <= 80 && Pattern().IsMatch(slug);

    /// <summary>Logs when a slug inside a file differs from the name of the file or folder.</summary>
    public static void CheckName(string slug, string name, Place place, ProblemLog log)
    {
        Check(slug, place, log);
        if (slug.Length is 0 || string.Equals(slug, name, StringComparison.Ordinal))
        {
            return;
        }

        log.Error(
            place,
            "slug-differs",
            ($"slug是“{slug}”，名称却是“{name}”。", $"The slug is '{slug}' but the name is '{name}'."),
            ("两处写成一样。", "Make them the same."));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
