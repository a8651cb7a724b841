using System.ComponentModel.DataAnnotations;

namespace TrainingHub.People;

public sealed record MappingInput
{
    public CorePosition Core { get; init; }

    [Required(ErrorMessage = "Required_From")]
    public DateOnly? From { get; init; }

    public string? Version { get; init; }
}
