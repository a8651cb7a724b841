using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Coverage;

/// <summary>What is said when a period is frozen.</summary>
public sealed record SnapshotInput
{
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
