using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Contests.Awards;

/// <summary>How many prizes a contest gives, as its form sends it.</summary>
public sealed record PrizesInput
{
    [Required(ErrorMessage = "Bad_Prizes"), Range(0, PrizeCounts.Most, ErrorMessage = "Bad_Prizes")]
    public int? First { get; init; } = 1;

    [Required(ErrorMessage = "Bad_Prizes"), Range(0, PrizeCounts.Most, ErrorMessage = "Bad_Prizes")]
    public int? Second { get; init; } = 2;

    [Required(ErrorMessage = "Bad_Prizes"), Range(0, PrizeCounts.Most, ErrorMessage = "Bad_Prizes")]
    public int? Third { get; init; } = 3;

    internal PrizeCounts ToCounts() => new(First ?? 0, Second ?? 0, Third ?? 0);

    internal static PrizesInput Of(PrizeCounts counts) => new() { First = counts.First, Second = counts.Second, Third = counts.Third };
}
