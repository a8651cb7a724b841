using System.Text.RegularExpressions;
using TrainingHub.Standards;

namespace TrainingHub.Courseware.Rendering;

/// <summary>
/// How the edition of a quoted clause stands. A lesson is rendered once and read for years: what it says of the edition is written anew for each reader.
/// </summary>
public static partial class ClauseBadge
{
    /// <summary>The words that follow it, up to the address that names the edition.</summary>
    internal const string Note = "。本段为条款大意，以公布的文本为准。";

    /// <summary>The badge as markup.</summary>
    /// <param name="status">Of the edition, on the reader's day.</param>
    /// <param name="isAhead">Whether the edition is published but holds only from a later day.</param>
    public static string Of(EditionStatus status, bool isAhead)
    {
        var (icon, word) = status switch
        {
            EditionStatus.InForce when isAhead => ("clock", "尚未施行"),
            EditionStatus.InForce => ("circle-check", "现行"),
            EditionStatus.Replaced => ("alert-circle", "已被替代"),
            EditionStatus.ToBeChecked => ("alert-circle", "待核"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return $"<span class=\"th-nw\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"/icons.svg#{icon}\"/></svg>{word}</span>";
    }

    /// <summary>The lesson with every badge as it is now.</summary>
    /// <param name="html">A rendered lesson.</param>
    /// <param name="badgeOf">The badge of an edition (<see cref="Of"/>); null leaves what the lesson says.</param>
    public static string Renew(string html, Func<EditionName, string?> badgeOf) => Pattern().Replace(html, match =>
        badgeOf(new EditionName(match.Groups["slug"].Value, Uri.UnescapeDataString(match.Groups["edition"].Value))) is { } badge
            ? badge + match.Groups["rest"].Value
            : match.Value);

    [GeneratedRegex("<span class=\"th-nw\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"/icons\\.svg#[a-z-]+\"/></svg>[^<]{1,20}</span>(?<rest>" + Note + "<a href=\"/standards/(?<slug>[a-z0-9-]+)/clauses/[^\"?]+\\?edition=(?<edition>[^\"]+)\")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
