using System.Globalization;
using TrainingHub.Questions.Answers;

namespace TrainingHub.Quizzes;

/// <summary>The whole form of a paper, as a browser without script sends it.</summary>
/// <param name="Answers">Of each item shown.</param>
public sealed record SheetInput(IReadOnlyList<SheetInput.Answer> Answers)
{
    /// <param name="Item">From 1.</param>
    /// <param name="Version">Version that the page showed; 0 when nothing was saved.</param>
    /// <param name="Shown">The answer that the page showed.</param>
    /// <param name="Chosen">The answer now.</param>
    public sealed record Answer(int Item, int Version, string Shown, string Chosen);

    private const int MostItems = 500;

    /// <summary>Reads the fields <c>version-7</c>, <c>shown-7</c> and those of the answer; what is no number is passed over.</summary>
    public static SheetInput From(IFormCollection form) => new(
    [
        .. from name in form.Keys.Where(name => name.StartsWith("version-", StringComparison.Ordinal)).Take(MostItems)
           let suffix = name["version-".Length..]
           let item = Number(suffix)
           let version = Number(form[name])
           where item is not null && version is not null
           select new Answer(item.Value, version.Value, AnswerForm.WithLineFeeds(form[$"shown-{suffix}"]), AnswerForm.Read(form, suffix)),
    ]);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
