namespace TrainingHub.Quizzes;

/// <summary>Written answers of a quiz that wait for a mark, without names and in an order that tells nobody's.</summary>
/// <param name="Slug">Of the quiz.</param>
/// <param name="Title">Of the quiz.</param>
/// <param name="Lines">In an order that has nothing to do with who wrote when.</param>
/// <param name="IsCut">Whether there are more than are shown.</param>
public sealed record MarksPage(string Slug, string Title, IReadOnlyList<MarksPage.Line> Lines, bool IsCut)
{
    /// <param name="AttemptId">The attempt.</param>
    /// <param name="Item">From 1.</param>
    /// <param name="Code">What the answer is called while nobody is named.</param>
    /// <param name="Stem">Of the question.</param>
    /// <param name="Points">Points of the newest mark; null while there is none.</param>
    /// <param name="FullPoints">Whole points of the item.</param>
    public sealed record Line(Guid AttemptId, int Item, string Code, string Stem, int? Points, int FullPoints);
}
