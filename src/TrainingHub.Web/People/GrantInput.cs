using System.ComponentModel.DataAnnotations;

namespace TrainingHub.People;

public sealed record GrantInput
{
    /// <summary>Code or full name of the organization.</summary>
    [Required(ErrorMessage = "Required_Organization"), StringLength(120)]
    public string Organization { get; init => field = value?.Trim() ?? ""; } = "";

    public IReadOnlyList<Capability> Capabilities { get; init; } = [];
}
