using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>Words for posts and for why somebody stands where they stand.</summary>
public sealed class StandingWords(IStringLocalizer<CoverageText> text)
{
    // So many posts are still read at a glance.
    private const int MostNamed = 9;

    public string Post(CorePosition post) => text["Post_" + post];

    /// <summary>Several posts of a mask, in the order of the common core.</summary>
    public string Posts(CorePosition posts) => string.Join(text["And"], posts.Posts().Select(Post));

    /// <summary>Whom a target counts, in few words: posts by name, or the first of very many.</summary>
    public string Whom(CorePosition posts) => posts.Posts().ToList() is { Count: > MostNamed } many
        ? text["Line_WhomMany", string.Join(text["And"], many.Take(3).Select(Post)), many.Count]
        : Posts(posts);

    /// <summary>The same for the targets of one promise, which may count other people in other years.</summary>
    public string Whom(IEnumerable<TargetSummary> years)
    {
        var groups = years.GroupBy(year => year.Rule.Positions).ToList();
        return groups.Count == 1
            ? Whom(groups[0].Key)
            : string.Join(text["Line_WhomBetween"], groups.Select(group =>
                (string)text["Line_WhomYears", string.Join(text["And"], group.Select(year => (string)text["YearOf", year.Year])), Whom(group.Key)]));
    }

    public string Name(PersonRow row) => row.IsAnonymous ? text["Anonymous"] : row.Name;

    public string Why(ExclusionReason why) => text["Why_" + why];

    /// <summary>The post that began or ended, or the reason of the exclusion.</summary>
    public string What(ChangeRow row) =>
        row.Why is { } why ? Why(why)
        : IsEnglish && row.PositionNameEn is { Length: > 0 } name ? name
        : row.PositionName ?? "";

    /// <summary>The reason, in the words of the kind; empty where there is none to give.</summary>
    public string Note(PersonRow row, StandingKind kind) => kind switch
    {
        StandingKind.Missing => text["Reason_" + row.Reason],
        StandingKind.Covered => text["Evidence_" + row.Evidence],
        StandingKind.Excluded => text["Excluded_Note", row.Why is { } why ? Why(why) : "", row.ExcludedFrom ?? default, row.ExcludedUntil ?? default],
        _ when !row.IsCountedElsewhere => "",
        _ when row.CountedAtName is null => text["CountedOutside"],
        _ => text["CountedAt", row.CountedAtName, Post(row.CountedAtPosition ?? default)],
    };

    private static bool IsEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
}
