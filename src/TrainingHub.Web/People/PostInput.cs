using System.ComponentModel.DataAnnotations;
using TrainingHub.Time;

namespace TrainingHub.People;

/// <summary>A post as chosen in a form.</summary>
public sealed record PostInput
{
    /// <summary>Code or full name of the organization.</summary>
    [Required(ErrorMessage = "Required_Organization"), StringLength(120)]
    public string Organization { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Required_Position")]
    public Guid? Position { get; init; }

    [Required(ErrorMessage = "Required_From")]
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }

    public Employment Employment { get; init; } = Employment.Established;
    public bool IsPrimary { get; init; }

    /// <summary>The post that ends: a transfer.</summary>
    public Guid? InsteadOf { get; init; }

    [StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public string? Version { get; init; }

    /// <summary>Keys of what is wrong beyond the shape, by field.</summary>
    internal IEnumerable<(string Field, string Key)> Faults()
    {
        if (!Enum.IsDefined(Employment) || Employment is Employment.None or Employment.All)
        {
            yield return (nameof(Employment), "Required_Employment");
        }

        if (From is { } from && (from < Day.Beginning || from.Year > 2200))
        {
            yield return (nameof(From), "Bad_Day");
        }
    }
}
