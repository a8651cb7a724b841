using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Sessions.Plans;

/// <summary>Batches to be made: one, or several on the same terms one after the other.</summary>
public sealed record BatchInput
{
    public const int MostTimes = 30;
    public const int MostDaysBetween = 60;

    [Required(ErrorMessage = "Required_Day")]
    public DateOnly? Day { get; init; }
    public bool Morning { get; init; }
    public bool Afternoon { get; init; }

    [Required(ErrorMessage = "Required_Place"), StringLength(SessionTerms.LongestPlace, ErrorMessage = "TooLong_Place")]
    public string Place { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Bad_Seats"), Range(1, SessionTerms.MostSeats, ErrorMessage = "Bad_Seats")]
    public int? Seats { get; init; } = 60;

    /// <summary>How many batches.</summary>
    [Range(1, MostTimes, ErrorMessage = "Bad_Times")]
    public int Times { get; init; } = 1;

    /// <summary>From one to the next.</summary>
    [Range(1, MostDaysBetween, ErrorMessage = "Bad_Every")]
    public int Every { get; init; } = 7;

    public int Version { get; init; }

    internal IEnumerable<DateOnly> Days => Enumerable.Range(0, Times).Select(time => (Day ?? default).AddDays(time * Every));
}
