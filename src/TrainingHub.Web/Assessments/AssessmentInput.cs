using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Assessments;

/// <summary>The form in which an assessor enters what people showed on one day.</summary>
public sealed record AssessmentInput
{
    /// <summary>What was to be shown.</summary>
    [Required(ErrorMessage = "Required_Part")]
    public Guid? Part { get; init; }

    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? Day { get; init; }

    [Required(ErrorMessage = "Required_Assessor"), StringLength(PracticalAssessment.LongestAssessor, ErrorMessage = "TooLong_Assessor")]
    public string Assessor { get; init => field = value?.Trim() ?? ""; } = "";

    [MaxLength(60, ErrorMessage = "Bad_Choice")]
    public AssessedInput[] Lines { get; init => field = [.. value.OfType<AssessedInput>()]; } = [];

    /// <summary>The name that was looked for, so that the same people are shown again.</summary>
    public string? Q { get; init; }
}
