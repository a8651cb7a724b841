namespace TrainingHub.Quizzes;

/// <summary>One row of the answer log: what was chosen, and when the server had it. Appended, never changed; the highest version of an item that counts is graded.</summary>
public sealed class AnswerEntry
{
    public required Guid AttemptId { get; init; }

    /// <summary>Number of the paper's item, from 1.</summary>
    public required int Item { get; init; }

    /// <summary>From 1, counted by the browser for each item; the same version sent twice is one row.</summary>
    public required int Version { get; init; }

    /// <summary>As a <see cref="Questions.Response"/> writes itself, letters as displayed: <c>AC</c>; empty: the answer was taken back.</summary>
    public required string Choice { get; init; }

    /// <summary>The server's time of saving, UTC: the receipt.</summary>
    public required DateTime SavedAt { get; init; }

    /// <summary>Whether it came after the deadline or after handing in: kept, not graded (逾时，不计分).</summary>
    public required bool IsLate { get; init; }
}
