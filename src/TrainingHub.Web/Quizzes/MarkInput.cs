using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Quizzes;

/// <summary>What is given for each line of the rubric, and a word for the person.</summary>
public sealed record MarkInput
{
    /// <summary>In the order of the rubric; null when nothing was sent. Without a list to begin with: binding does not add to one that cannot grow.</summary>
    public IReadOnlyList<int>? Given { get; init; }

    [StringLength(AnswerMark.LongestComment, ErrorMessage = "TooLong_Comment")]
    public string? Comment { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }
}
