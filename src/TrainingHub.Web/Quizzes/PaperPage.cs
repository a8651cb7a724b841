using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>An open paper: prompts, saved answers, time left. No key comes near it.</summary>
public sealed record PaperPage
{
    public required Guid AttemptId { get; init; }
    public required string Slug { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required double SecondsLeft { get; init; }
    public required IReadOnlyList<Item> Items { get; init; }

    /// <summary>Whole minutes that were added to this attempt.</summary>
    public required int AddedMinutes { get; init; }

    public int Answered => Items.Count(item => item.Choice.Length > 0);

    public string Path => $"/quizzes/{Slug}/attempts/{Number}";

    /// <param name="Number">From 1.</param>
    /// <param name="Kind">题型.</param>
    /// <param name="Stem">Plain text.</param>
    /// <param name="Options">In the order shown; empty for true/false.</param>
    /// <param name="Points">Whole points.</param>
    /// <param name="Version">Of the newest saved answer; 0 when none was saved.</param>
    /// <param name="Choice">Letters of the newest saved answer; empty when there is none or it was taken back.</param>
    /// <param name="SavedAt">10:42:03 in the zone; null when none was saved.</param>
    public sealed record Item(
        int Number, QuestionKind Kind, string Stem, IReadOnlyList<string> Options, int Points, int Version, string Choice, string? SavedAt)
    {
        /// <summary>Another device's answer was newer than this form's; shown beside the saved one after a form without script was sent.</summary>
        public string? Conflict { get; init; }
    }
}
