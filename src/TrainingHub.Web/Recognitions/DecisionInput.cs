using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;

namespace TrainingHub.Recognitions;

/// <summary>What the unit above decides about one or several.</summary>
public sealed record DecisionInput : IValidatableObject
{
    /// <summary>The states that were seen: a row that was decided meanwhile has another one.</summary>
    [MinLength(1, ErrorMessage = "Required_Chosen"), MaxLength(200, ErrorMessage = "Bad_Choice")]
    public Guid[] Ids { get; init; } = [];
    public bool IsAccepted { get; init; }

    /// <summary>Needed where it is refused.</summary>
    [StringLength(200, ErrorMessage = "Length_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsAccepted && Reason is null)
        {
            yield return new ValidationResult(validationContext.GetRequiredService<IStringLocalizer<RecognitionsText>>()["Required_Reason"], [nameof(Reason)]);
        }
    }
}
