using Microsoft.Extensions.Localization;

namespace TrainingHub.Questions;

/// <summary>Why no paper can be drawn, in words, for quizzes of courses and of organizations.</summary>
public sealed class ShortageWords(IStringLocalizer<QuestionsText> text)
{
    /// <param name="shortage">What is lacking.</param>
    /// <param name="from">What is said of where its section draws from; null: nothing.</param>
    public string Of(PaperShortage shortage, string? from = null) => shortage switch
    {
        PaperShortage.OfKind one => text["Shortage_Kind", text[$"Kind_{one.Kind}"].Value, one.Wanted, one.Available, one.Missing],
        PaperShortage.OfSection { Sharing.Count: 1 } one => text["Shortage_Section", one.Section, one.Wanted, one.Found, one.Missing] + from + Beyond(one),
        PaperShortage.OfSection one =>
            text["Shortage_Shared", one.Section, one.Wanted, one.Found, string.Join(text["Shortage_And"], one.Sharing), one.SharedWanted, one.SharedAvailable] + from + Beyond(one),
        PaperShortage.OfFixed one => text["Shortage_Fixed", one.Name],
        PaperShortage.OfForbidden => text["Shortage_Forbidden"],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private string Beyond(PaperShortage.OfSection one) =>
        (one.InCases > 0 ? text["Shortage_InCases", one.InCases].Value : "") + (one.TooLarge > 0 ? text["Shortage_TooLarge", one.TooLarge].Value : "");
}
