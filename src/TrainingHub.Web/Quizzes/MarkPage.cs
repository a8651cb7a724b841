using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>One written answer and its rubric, for whoever marks it.</summary>
public sealed record MarkPage
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required Guid AttemptId { get; init; }
    public required int Item { get; init; }
    public required string Code { get; init; }
    public required QuestionVersion Question { get; init; }
    public required string Answer { get; init; }
    public required int FullPoints { get; init; }

    /// <summary>Whether two people mark, and which mark this one is, from 1.</summary>
    public required bool IsDouble { get; init; }
    public required int Number { get; init; }

    /// <summary>What the reader gave before, or was sent and refused; where two mark never what another one gave.</summary>
    public required MarkInput Input { get; init; }
    public string Path => $"/quizzes/{Slug}/marks/{AttemptId}/{Item}";
}
