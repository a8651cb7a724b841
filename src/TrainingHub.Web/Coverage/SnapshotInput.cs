using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Coverage;

/// <summary>What is said when a period is frozen.</summary>
public sealed record SnapshotInput
{
    /// <summary>Drawn anew for each form, so that one sent twice is known; null is a form of its own.</summary>
    public Guid? Form { get; init; }

    [Required(ErrorMessage = "Input_SnapshotDay")]
    public DateOnly? Day { get; init; }

    /// <summary>审核签字人.</summary>
    [Required(ErrorMessage = "Input_Signer"), StringLength(60, ErrorMessage = "Input_Signer")]
    public string Signer { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>职务.</summary>
    [Required(ErrorMessage = "Input_SignerTitle"), StringLength(60, ErrorMessage = "Input_SignerTitle")]
    public string SignerTitle { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(400, ErrorMessage = "Input_SnapshotNote")]
    public string? Note { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }
}
