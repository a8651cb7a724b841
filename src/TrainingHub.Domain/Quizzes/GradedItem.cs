using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>An item with the answer that counted.</summary>
/// <param name="Item">Its place on the paper.</param>
/// <param name="Choice">What counted; unanswered when nothing was saved in time or the answer was taken back.</param>
/// <param name="Points">Whole points reached: all of the item's or none.</param>
public sealed record GradedItem(PaperItem Item, Choice Choice, int Points)
{
    /// <summary>Whether it was answered rightly.</summary>
    public bool IsRight => Points > 0;
}
