using System.ComponentModel.DataAnnotations;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>The form of a leave.</summary>
public sealed record LeaveInput
{
    public LeaveKind Kind { get; init; } = LeaveKind.MaternityLeave;

    [Required(ErrorMessage = "Input_From")]
    public DateOnly? From { get; init; }

    /// <summary>Last day (included); null when nobody knows it yet.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Targets for which an exclusion is asked.</summary>
    public Guid[] Targets { get; init; } = [];

    [StringLength(200, ErrorMessage = "Input_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public string? Version { get; init; }

    /// <summary>The reason of an exclusion that this leave is; null when it is none of the list.</summary>
    internal ExclusionReason? Why => Kind.IsForGood ? null : Kind.Why;

    /// <summary>Keys of what is wrong beyond the shape, by field.</summary>
    internal IEnumerable<(string Field, string Key)> Faults()
    {
        if (!LeaveKinds.ForDays.Contains(Kind))
        {
            yield return (nameof(Kind), "Leaves_Kind_Missing");
        }

        if (From is { } from && (from < Day.Beginning || from.Year > 2200) || Until is { Year: > 2200 })
        {
            yield return (nameof(From), "Leaves_BadDay");
        }

        if (From > Until)
        {
            yield return (nameof(Until), "Input_EndBeforeStart");
        }

        if (Targets.Length > 0 && Why is null)
        {
            yield return (nameof(Kind), "Leaves_NoReason");
        }

        if (Targets.Length > 0 && Until is null)
        {
            yield return (nameof(Until), "Leaves_UntilForExclusion");
        }
    }
}
