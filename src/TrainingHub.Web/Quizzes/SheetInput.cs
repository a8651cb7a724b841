using System.Globalization;

namespace TrainingHub.Quizzes;

/// <summary>The whole form of a paper, as a browser without script sends it.</summary>
/// <param name="Answers">Of each item shown.</param>
public sealed record SheetInput(IReadOnlyList<SheetInput.Answer> Answers)
{
    /// <param name="Item">From 1.</param>
    /// <param name="Version">Version that the page showed; 0 when nothing was saved.</param>
    /// <param name="Shown">Letters that the page showed.</param>
    /// <param name="Chosen">Letters chosen now.</param>
    public sealed record Answer(int Item, int Version, string Shown, string Chosen);

    private const int MostItems = 500;

    /// <summary>Reads the fields <c>version-7</c>, <c>shown-7</c> and <c>choice-7</c>; what is no number is passed over.</summary>
    public static SheetInput From(IFormCollection form) => new(
    [
        .. from name in form.Keys.Take(3 * MostItems)
           where name.StartsWith("version-", StringComparison.Ordinal)
           let suffix = name["version-".Length..]
           let item = Number(suffix)
           let version = Number(form[name])
           where item is not null && version is not null
           let chosen = string.Concat(form[$"choice-{suffix}"].SelectMany(letters => letters ?? "").Order())
           select new Answer(item.Value, version.Value, form[$"shown-{suffix}"].ToString(), chosen),
    ]);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
