using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;

namespace TrainingHub.Standards;

/// <summary>Names of kinds and states in the reader's language.</summary>
internal static class StandardsWords
{
    extension(IStringLocalizer<StandardsText> text)
    {
        public string Kind(StandardKind kind) => text[$"Kind_{kind}"];

        public string Status(EditionStatus status, bool isAhead) => text[isAhead && status is EditionStatus.InForce ? "Status_Ahead" : $"Status_{status}"];

        /// <summary>A day in words, or that it is still to be checked.</summary>
        public string Day(DateOnly? day) => day?.Written() ?? text[$"Status_{EditionStatus.ToBeChecked}"];

        /// <summary>When it was issued, or that this is still to be checked.</summary>
        public string IssuedOn(DateOnly? day) => day is { } known ? text["Issued_On", known.Written()] : text["Issued_Unknown"];
    }

    /// <summary>Icon and tone of a state.</summary>
    public static (string Icon, string Tone) Look(EditionStatus status, bool isAhead) => status switch
    {
        EditionStatus.InForce when isAhead => ("clock", "warn"),
        EditionStatus.InForce => ("circle-check", "ok"),
        EditionStatus.Replaced => ("ban", ""),
        _ => ("help-circle", "warn"),
    };

    /// <summary>Address of an edition.</summary>
    public static string AddressOf(StandardEdition edition) => $"/standards/{edition.Slug}?edition={Uri.EscapeDataString(edition.Edition)}";

    /// <summary>Address of a clause.</summary>
    public static string AddressOf(StandardEdition edition, Clause clause) =>
        $"/standards/{edition.Slug}/clauses/{Uri.EscapeDataString(clause.Number)}?edition={Uri.EscapeDataString(edition.Edition)}";
}
