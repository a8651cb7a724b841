using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>Words for posts and for why somebody stands where they stand.</summary>
public sealed class StandingWords(IStringLocalizer<CoverageText> text)
{
    public string Post(CorePosition post) => text["Post_" + post];

    /// <summary>Several posts of a mask, in the order of the common core.</summary>
    public string Posts(CorePosition posts) => string.Join(text["And"], posts.Posts().Select(Post));

    public string Name(PersonRow row) => row.IsAnonymous ? text["Anonymous"] : row.Name;

    /// <summary>The post that began or ended, or the reason of the exclusion.</summary>
    public string What(ChangeRow row) =>
        row.Why is { } why ? text["Why_" + why]
        : IsEnglish && row.PositionNameEn is { Length: > 0 } name ? name
        : row.PositionName ?? "";

    /// <summary>The reason, in the words of the kind; empty where there is none to give.</summary>
    public string Note(PersonRow row, StandingKind kind) => kind switch
    {
        StandingKind.Missing => text["Reason_" + row.Reason],
        StandingKind.Covered => text["Evidence_" + row.Evidence],
        StandingKind.Excluded => text["Excluded_Note", text["Why_" + row.Why], row.ExcludedFrom ?? default, row.ExcludedUntil ?? default],
        _ when !row.IsCountedElsewhere => "",
        _ when row.CountedAtName is null => text["CountedOutside"],
        _ => text["CountedAt", row.CountedAtName, Post(row.CountedAtPosition ?? default)],
    };

    private static bool IsEnglish => string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal);
}
