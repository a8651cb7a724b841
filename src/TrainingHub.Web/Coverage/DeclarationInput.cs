using System.ComponentModel.DataAnnotations;
using TrainingHub.People;

namespace TrainingHub.Coverage;

public sealed record DeclarationInput
{
    [EnumDataType(typeof(CorePosition), ErrorMessage = "Input_Post")]
    public CorePosition Position { get; init; }

    /// <summary>Vacant or not kept; not declared takes back what was said.</summary>
    [EnumDataType(typeof(DeclaredState), ErrorMessage = "Input_State"), DeniedValues(DeclaredState.Holders, ErrorMessage = "Input_State")]
    public DeclaredState State { get; init; }

    /// <summary>The first day on which it holds.</summary>
    [Required(ErrorMessage = "Input_From")]
    public DateOnly? From { get; init; }

    /// <summary>What the form was made from: what was known of the post.</summary>
    public string? Version { get; init; }

    [StringLength(200, ErrorMessage = "Input_Reason")]
    public string? Reason { get; init => field = value?.Trim(); }
}
