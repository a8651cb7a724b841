using System.ComponentModel.DataAnnotations;

namespace TrainingHub.People.Imports;

public sealed record ImportInput
{
    public IFormFile? File { get; init; }

    /// <summary>Full name or code of the unit.</summary>
    [Required(ErrorMessage = "Required_Unit"), StringLength(120)]
    public string Unit { get; init => field = value?.Trim() ?? ""; } = "";

    public bool IncludesBelow { get; init; } = true;

    [Required(ErrorMessage = "Required_EffectiveDay")]
    public DateOnly? EffectiveDay { get; init; }

    /// <summary>Blank: the effective day.</summary>
    public DateOnly? PresumedStart { get; init; }

    public ImportMode Mode { get; init; } = ImportMode.Incremental;
}
