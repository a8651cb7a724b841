using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Coverage;

/// <summary>Another last day of a leave. One before its first day takes the leave back.</summary>
public sealed record LeaveEndingInput
{
    [Required(ErrorMessage = "Input_Until")]
    public DateOnly? Until { get; init; }

    /// <summary>Exclusions that end with it.</summary>
    public Guid[] Exclusions { get; init; } = [];

    public string? Version { get; init; }
}
