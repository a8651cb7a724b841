using System.ComponentModel.DataAnnotations;
using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>The form of a new organization, or of what one is from a day on.</summary>
public sealed record OrganizationInput
{
    /// <summary>Code of the unit above; asked for a new organization only.</summary>
    public string? Parent { get; init; }

    [Required(ErrorMessage = "Required_Name"), StringLength(120, ErrorMessage = "TooLong_Name")]
    public string Name { get; init => field = value?.Trim() ?? ""; } = "";

    public OrganizationKind Kind { get; init; } = OrganizationKind.School;

    // Arrays: the binder fills any other collection that is there already, and silently leaves a fixed one as it is.
    public SchoolStages[] Stages { get; init; } = [];
    public OrganizationFlags[] Flags { get; init; } = [];

    [StringLength(60, ErrorMessage = "TooLong_Area")]
    public string? Area { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [RegularExpression("[0-9]{6}", ErrorMessage = "Bad_Region")]
    public string? RegionCode { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [StringLength(2, ErrorMessage = "Bad_Province")]
    public string? ProvinceShortName { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    [Required(ErrorMessage = "Required_From")]
    public DateOnly? From { get; init; }

    [StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public string? Version { get; init; }

    internal SchoolStages AllStages => Stages.Aggregate(SchoolStages.None, (all, one) => all | one);
    internal OrganizationFlags AllFlags => Flags.Aggregate(OrganizationFlags.None, (all, one) => all | one);

    /// <summary>Keys of what is wrong beyond the shape, by field.</summary>
    internal IEnumerable<(string Field, string Key)> Faults()
    {
        if (!Enum.IsDefined(Kind) || Kind is OrganizationKind.None or OrganizationKind.All)
        {
            yield return (nameof(Kind), "Required_Kind");
        }

        if (Array.Exists(Stages, stage => !Enum.IsDefined(stage)) || Array.Exists(Flags, flag => !Enum.IsDefined(flag)))
        {
            yield return (nameof(Stages), "Required_Kind");
        }

        if (From is { } from && (from < Day.Beginning || from.Year > 2200))
        {
            yield return (nameof(From), "Bad_Day");
        }
    }
}
