using System.ComponentModel.DataAnnotations;

namespace TrainingHub.People.Imports;

/// <summary>A remembered word, and what it is to mean.</summary>
public sealed record WordingInput
{
    /// <summary>Code of the unit.</summary>
    [Required]
    public string Unit { get; init => field = value?.Trim() ?? ""; } = "";
    public RosterColumn Column { get; init; }

    [Required, StringLength(RosterWording.LongestWord)]
    public string Word { get; init; } = "";

    /// <summary>The change that was looked at.</summary>
    public long Version { get; init; }

    /// <summary>See <see cref="WordMeaning.Written"/>.</summary>
    public string Meaning { get; init => field = value ?? ""; } = "";
}
