using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Assessments;

/// <summary>What one person showed.</summary>
public sealed record AssessedInput
{
    public Guid Person { get; init; }

    /// <summary>Null: was not assessed.</summary>
    public bool? Passed { get; init; }

    [StringLength(PracticalAssessment.LongestResult, ErrorMessage = "TooLong_Result")]
    public string Result { get; init => field = value?.Trim() ?? ""; } = "";
}
