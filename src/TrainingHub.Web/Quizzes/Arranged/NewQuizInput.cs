using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>What a new quiz begins with.</summary>
public sealed record NewQuizInput
{
    [Required(ErrorMessage = "Required_Title"), StringLength(QuizTerms.LongestTitle, ErrorMessage = "TooLong_Title")]
    public string Title { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>Code of the arranging unit.</summary>
    [Required(ErrorMessage = "Required_Owner"), StringLength(16, ErrorMessage = "Required_Owner")]
    public string? Organization { get; init; }
}
