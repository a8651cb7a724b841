using System.ComponentModel.DataAnnotations;

namespace TrainingHub.People;

public sealed record PrimacyInput
{
    /// <summary>First day as the main post.</summary>
    [Required(ErrorMessage = "Required_From")]
    public DateOnly? From { get; init; }

    public string? Version { get; init; }
}
