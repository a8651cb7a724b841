using System.Globalization;
using Microsoft.Extensions.Localization;

namespace TrainingHub.Organizations;

/// <summary>Kinds, stages and flags in the reader's language.</summary>
internal static class OrganizationWords
{
    extension(IStringLocalizer<OrganizationsText> text)
    {
        public string Kind(OrganizationKind kind) => kind == OrganizationKind.None ? "" : text[$"Kind_{kind}"];

        public string Stages(SchoolStages stages) => Join(Enum.GetValues<SchoolStages>().Where(s => s != SchoolStages.None && stages.HasFlag(s)).Select(s => text[$"Stage_{s}"].Value));

        public string Flags(OrganizationFlags flags) => Join(Enum.GetValues<OrganizationFlags>().Where(f => f != OrganizationFlags.None && flags.HasFlag(f)).Select(f => text[$"Flag_{f}"].Value));
    }

    private static string Join(IEnumerable<string> words) =>
        string.Join(string.Equals(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? ", " : "、", words);
}
