using System.ComponentModel.DataAnnotations;
using TrainingHub.Time;

namespace TrainingHub.Standards;

/// <summary>The form that ends an edition.</summary>
public sealed record EndingInput
{
    public string Edition { get; init; } = "";

    [Required(ErrorMessage = "Required_Until")]
    public DateOnly? Until { get; init => field = value is { Year: > 2200 } || value < Day.Beginning ? null : value; }
}
