using System.ComponentModel.DataAnnotations;
using TrainingHub.Time;

namespace TrainingHub.People;

public sealed record MergerInput
{
    /// <summary>Code or full name of the organization that goes on.</summary>
    [Required(ErrorMessage = "Required_Organization"), StringLength(120, ErrorMessage = "TooLong_Name")]
    public string Into { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>First day in it.</summary>
    [Required(ErrorMessage = "Required_From")]
    public DateOnly? From { get; init; }

    /// <summary>Posts that end and do not go on.</summary>
    public Guid[] Ending { get; init; } = [];

    [StringLength(400, ErrorMessage = "TooLong_Reason")]
    public string? Reason { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim(); }

    public string? Version { get; init; }

    /// <summary>Keys of what is wrong beyond the shape, by field.</summary>
    internal IEnumerable<(string Field, string Key)> Faults()
    {
        if (From is { } from && (from <= Day.Beginning || from.Year > 2200))
        {
            yield return (nameof(From), "Bad_Day");
        }
    }
}
