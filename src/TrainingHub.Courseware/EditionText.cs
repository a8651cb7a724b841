using System.Globalization;
using System.Text;
using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>An edition's content as one text: equal texts mean equal editions, whichever file or database they came from.</summary>
internal static class EditionText
{
    public static string Of(StandardEdition edition)
    {
        var text = new StringBuilder();
        Add(edition.Slug, edition.Edition, edition.Title, edition.Number, edition.Issuer, Day(edition.Issued), Day(edition.InForceFrom), Day(edition.InForceUntil));
        Add($"{edition.Kind}", $"{edition.Status}", edition.Replaces?.Slug, edition.Replaces?.Edition);
        foreach (var clause in edition.Clauses)
        {
            Add(clause.Number, clause.Title, clause.Text, $"{clause.Sighting}", clause.Formerly);
        }

        return text.ToString();

        void Add(params ReadOnlySpan<string?> values)
        {
            foreach (var value in values)
            {
                text.Append(value?.Length ?? -1).Append(' ').Append(value).Append('\n');
            }
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
