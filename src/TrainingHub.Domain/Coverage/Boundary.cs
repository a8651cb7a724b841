using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Days at whose beginning a dated fact starts or stops to hold.</summary>
internal static class Boundary
{
    /// <summary>The first day, and the day after the last unless the fact is open.</summary>
    public static IEnumerable<DateOnly> Of(DateOnly from, DateOnly until) =>
        until < Day.Open ? [from, until.AddDays(1)] : [from];

    /// <summary>The earliest day after today on which the target's figures may change; null when none, as after the cut-off day.</summary>
    public static DateOnly? Next(IEnumerable<DateOnly> boundaries, TargetTerms target, DateOnly today) =>
        boundaries.Where(day => today < day && day <= target.Rule.CutOffDay).Select(day => (DateOnly?)day).Min();
}
