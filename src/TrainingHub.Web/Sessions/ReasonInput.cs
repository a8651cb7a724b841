using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Sessions;

/// <summary>Why a session is cancelled or opened again.</summary>
public sealed record ReasonInput
{
    [Required(ErrorMessage = "Required_Reason"), StringLength(200, MinimumLength = 2, ErrorMessage = "Required_Reason")]
    public string Reason { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>The version that the form shows.</summary>
    public int Version { get; init; }
}
