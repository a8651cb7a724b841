using System.ComponentModel.DataAnnotations;
using TrainingHub.Time;

namespace TrainingHub.People;

public sealed record DepartureInput
{
    public LeaveKind Kind { get; init; } = LeaveKind.Retirement;

    /// <summary>Last day in post.</summary>
    [Required(ErrorMessage = "Required_Until")]
    public DateOnly? Until { get; init; }

    [StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public string? Version { get; init; }

    /// <summary>Keys of what is wrong beyond the shape, by field.</summary>
    internal IEnumerable<(string Field, string Key)> Faults()
    {
        if (!LeaveKinds.ForGood.Contains(Kind))
        {
            yield return (nameof(Kind), "Required_DepartureKind");
        }

        if (Until is { } until && (until < Day.Beginning || until.Year > 2200))
        {
            yield return (nameof(Until), "Bad_Day");
        }
    }
}
