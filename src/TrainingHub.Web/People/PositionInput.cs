using System.ComponentModel.DataAnnotations;

namespace TrainingHub.People;

/// <summary>A bureau's own entry of the catalogue.</summary>
public sealed record PositionInput
{
    [Required(ErrorMessage = "Required_Name"), StringLength(60, ErrorMessage = "TooLong_Name")]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(80, ErrorMessage = "TooLong_Name")]
    public string NameEn { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>Other spellings, one a line.</summary>
    [StringLength(900, ErrorMessage = "TooLong_Aliases")]
    public string? Aliases { get; init; }

    public CorePosition Core { get; init; }

    /// <summary>Code of the bureau that keeps it.</summary>
    [Required(ErrorMessage = "Required_Organization"), StringLength(120)]
    public string Organization { get; init => field = value?.Trim() ?? ""; } = "";
}
