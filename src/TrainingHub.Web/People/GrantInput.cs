using System.ComponentModel.DataAnnotations;

namespace TrainingHub.People;

public sealed record GrantInput
{
    /// <summary>Code or full name of the organization.</summary>
    [Required(ErrorMessage = "Required_Organization"), StringLength(120)]
    public string Organization { get; init => field = value?.Trim() ?? ""; } = "";

    // An array: the binder fills any other collection that is there already, and silently leaves a fixed one as it is.
    public Capability[] Capabilities { get; init; } = [];
}
