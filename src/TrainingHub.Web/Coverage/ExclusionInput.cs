using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;

namespace TrainingHub.Coverage;

public sealed record ExclusionInput : IValidatableObject
{
    /// <summary>Chosen from a list, never typed.</summary>
    [Required(ErrorMessage = "Input_Person")]
    public Guid? Person { get; init; }

    [EnumDataType(typeof(ExclusionReason), ErrorMessage = "Input_Why")]
    public ExclusionReason Why { get; init; }

    [Required(ErrorMessage = "Input_From")]
    public DateOnly? From { get; init; }

    /// <summary>Last day (included).</summary>
    [Required(ErrorMessage = "Input_Until")]
    public DateOnly? Until { get; init; }

    [StringLength(200, ErrorMessage = "Input_Reason")]
    public string? Reason { get; init => field = value?.Trim(); }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From > Until)
        {
            var text = validationContext.GetRequiredService<IStringLocalizer<CoverageText>>();
            yield return new ValidationResult(text["Input_EndBeforeStart"], [nameof(Until)]);
        }
    }
}
