using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Sessions;

/// <summary>The keeper's list of one half-day.</summary>
public sealed record AttendanceInput
{
    /// <summary>Number of the half-day.</summary>
    public int Part { get; init; }

    /// <summary>Called in the hall, or typed from paper.</summary>
    public AttendanceMeans Means { get; init; } = AttendanceMeans.List;

    [Range(0, SessionTerms.MostSeats, ErrorMessage = "Bad_HeadCount")]
    public int? HeadCount { get; init; }

    [MaxLength(AttendanceQuery.PageSize, ErrorMessage = "Bad_Choice")]
    public Row[] Rows { get; init; } = [];

    /// <summary>One person's ticks.</summary>
    /// <param name="Id">On the list.</param>
    /// <param name="Shown">What the form showed, as a number.</param>
    /// <param name="Marks">What is ticked.</param>
    public sealed record Row(Guid Id, int Shown, AttendanceMarks[]? Marks)
    {
        internal AttendanceMarks Wished => (Marks ?? []).Aggregate(AttendanceMarks.None, (all, one) => all | (Enum.IsDefined(one) ? one : AttendanceMarks.None));
    }
}
