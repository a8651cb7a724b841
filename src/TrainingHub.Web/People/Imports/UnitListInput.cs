using System.ComponentModel.DataAnnotations;

namespace TrainingHub.People.Imports;

/// <summary>The form with a list of organizations.</summary>
public sealed record UnitListInput
{
    public IFormFile? File { get; init; }

    /// <summary>Full name or code of the unit below which the listed ones stand.</summary>
    [Required(ErrorMessage = "Tree_Required_Unit"), StringLength(120, ErrorMessage = "Tree_Required_Unit")]
    public string Unit { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Required_EffectiveDay")]
    public DateOnly? EffectiveDay { get; init; }
}
