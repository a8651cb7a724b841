using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>An item with the answer that counted.</summary>
/// <param name="Item">Its place on the paper.</param>
/// <param name="Response">What counted; unanswered when nothing was saved in time or the answer was taken back.</param>
/// <param name="Points">Whole points reached, 0 to the item's.</param>
public sealed record GradedItem(PaperItem Item, Response Response, int Points)
{
    /// <summary>Whether everything was answered rightly.</summary>
    public bool IsRight => Points == Item.Points;

    /// <summary>Whether a person has still to mark it.</summary>
    public bool WaitsForMark { get; init; }
}
