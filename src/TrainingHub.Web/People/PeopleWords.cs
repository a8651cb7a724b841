using System.Globalization;
using Microsoft.Extensions.Localization;
using TrainingHub.Home;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>Posts, days and names in the reader's language.</summary>
internal static class PeopleWords
{
    extension(IStringLocalizer<PeopleText> text)
    {
        public string Employment(Employment employment) => text[$"Employment_{employment}"];

        public string Capability(Capability capability) => text[$"Capability_{capability}"];

        public string NameOf(string name, bool isAnonymized) => isAnonymized ? text["Anonymized"] : name;

        /// <summary>2024年9月1日起 · 2020年9月1日—2024年8月31日</summary>
        public string Span(DateOnly from, DateOnly until) => (from == Day.Beginning, until == Day.Open) switch
        {
            (true, true) => text["Always"],
            (true, false) => text["UntilDay", until.Written()],
            (false, true) => text["FromDay", from.Written()],
            (false, false) => text["FromUntil", from.Written(), until.Written()],
        };
    }

    /// <summary>A post of the common core in the reader's language.</summary>
    public static string Core(CorePosition core) => Named(ShippedPositions.Of(core).Name, ShippedPositions.Of(core).NameEn);

    /// <summary>A catalogue entry's name in the reader's language.</summary>
    public static string Named(string name, string nameEn) =>
        nameEn.Length > 0 && string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? nameEn : name;
}
