using TrainingHub.Hosting;

namespace TrainingHub.Practice;

/// <summary>错题本.</summary>
/// <param name="Filter">As asked for.</param>
/// <param name="Rows">Of this page, the latest first.</param>
/// <param name="Pages">Of all rows.</param>
/// <param name="Choices">What can be chosen in the filter.</param>
/// <param name="Mastered">How many were mastered since.</param>
/// <param name="MayPractise">Whether any row of the filter can be practised now.</param>
public sealed record MistakesPage(MistakesFilter Filter, IReadOnlyList<MistakesPage.Row> Rows, Pages Pages, PracticeChoices Choices, int Mastered, bool MayPractise)
{
    /// <param name="One">The question.</param>
    /// <param name="Mistake">How it stands.</param>
    /// <param name="Basis">《title》 and clause number, or the document's name; several with 、 between them.</param>
    public sealed record Row(PracticeQuestion One, Mistake Mistake, string Basis);
}
