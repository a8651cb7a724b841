using System.Globalization;

namespace TrainingHub.People;

/// <summary>What leave it is and on which days, both included.</summary>
public sealed record LeaveDays(LeaveKind Kind, DateOnly From, DateOnly Until)
{
    private const string Form = "yyyy-MM-dd";

    public static LeaveDays Of(Leave leave)
    {
        ArgumentNullException.ThrowIfNull(leave);
        return new LeaveDays(leave.Kind, leave.From, leave.Until);
    }

    public bool Overlaps(LeaveDays other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return From <= other.Until && other.From <= Until;
    }

    /// <summary>As <see cref="Read"/> reads it: MaternityLeave 2026-03-05 2026-08-31.</summary>
    public string Written() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {From:yyyy-MM-dd} {Until:yyyy-MM-dd}");

    /// <exception cref="FormatException">Nothing that <see cref="Written"/> wrote.</exception>
    public static LeaveDays Read(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.Split(' ') is [var kind, var from, var until] && Enum.TryParse<LeaveKind>(kind, out var known)
            ? new LeaveDays(known, DateOnly.ParseExact(from, Form, CultureInfo.InvariantCulture), DateOnly.ParseExact(until, Form, CultureInfo.InvariantCulture))
            : throw new FormatException($"No leave is written like this: {written}");
    }
}
