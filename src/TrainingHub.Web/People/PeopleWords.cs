using System.Globalization;
using Microsoft.Extensions.Localization;

namespace TrainingHub.People;

/// <summary>Posts, days and names in the reader's language.</summary>
internal static class PeopleWords
{
    extension(IStringLocalizer<PeopleText> text)
    {
        public string Employment(Employment employment) => text[$"Employment_{employment}"];

        public string Capability(Capability capability) => text[$"Capability_{capability}"];

        public string NameOf(string name, bool isAnonymized) => isAnonymized ? text["Anonymized"] : name;
    }

    /// <summary>A post of the common core in the reader's language.</summary>
    public static string Core(CorePosition core) => Named(ShippedPositions.Of(core).Name, ShippedPositions.Of(core).NameEn);

    /// <summary>A catalogue entry's name in the reader's language.</summary>
    public static string Named(string name, string nameEn) =>
        nameEn.Length > 0 && string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? nameEn : name;
}
