using TrainingHub.Coverage;

namespace TrainingHub.Reports;

/// <summary>
/// 已上报数: a figure that was filed before the system was in use, entered as its document says it. Only ever appended, never recomputed, never
/// added to a computed figure and never compared with one.
/// </summary>
public sealed class ReportedFigure
{
    public const int LongestDocument = 80;
    public const int LongestNote = 200;

    public required Guid Id { get; init; }

    /// <summary>The target for which it was filed; other years of the same promise show it, too.</summary>
    public required Guid TargetId { get; init; }

    /// <summary>The unit whose figure it is.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>People counted, as filed; at least 1.</summary>
    public required int Counted { get; init; }

    /// <summary>People covered, as filed; 0 to <see cref="Counted"/>.</summary>
    public required int Covered { get; init; }

    /// <summary>The day that the figure speaks of.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>文号 of the document by which it was filed.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>In the words of whoever entered it; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>The scan of the document: its name, type, content by hash and whole bytes.</summary>
    public required string ScanName { get; init; }
    public required string ScanType { get; init; }
    public required string ScanHash { get; init; }
    public required int ScanSize { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime EnteredAt { get; init; }
    public required Guid EnteredBy { get; init; }

    /// <summary>As filed, rounded down to one decimal.</summary>
    public Percentage? Percentage => Coverage.Percentage.Of(Covered, Counted);

    /// <summary>What is wrong with a figure before it is entered; empty when nothing is.</summary>
    /// <param name="counted">People counted.</param>
    /// <param name="covered">People covered.</param>
    /// <param name="day">The day that it speaks of.</param>
    /// <param name="windowFrom">First day on which training counts for the promise (included).</param>
    /// <param name="today">Today in the zone; nobody filed a figure of a later day.</param>
    public static IEnumerable<ReportedFigureFault> Faults(int counted, int covered, DateOnly day, DateOnly windowFrom, DateOnly today)
    {
        if (counted < 1)
        {
            yield return ReportedFigureFault.NobodyCounted;
        }

        if (covered < 0 || covered > counted)
        {
            yield return ReportedFigureFault.MoreCovered;
        }

        if (day > today)
        {
            yield return ReportedFigureFault.DayAhead;
        }

        if (day < windowFrom)
        {
            yield return ReportedFigureFault.BeforeWindow;
        }
    }
}
