using TrainingHub.Programmes;

namespace TrainingHub.Coverage;

/// <summary>Which days of a target can be frozen.</summary>
public static class SnapshotDay
{
    /// <summary>Null when the day can be frozen: it lies in the window, is not after the cut-off day, and is over or is the cut-off day itself.</summary>
    public static SnapshotFault? Against(TargetRule rule, DateOnly day, DateOnly today) =>
        day < rule.WindowFrom ? SnapshotFault.BeforeWindow
        : day > rule.CutOffDay ? SnapshotFault.AfterCutOff
        : day < today || (day == today && day == rule.CutOffDay) ? null
        : SnapshotFault.NotOver;

    /// <summary>The latest day that can be frozen; null while there is none.</summary>
    public static DateOnly? Latest(TargetRule rule, DateOnly today)
    {
        var latest = rule.CutOffDay <= today ? rule.CutOffDay : today.AddDays(-1);
        return latest < rule.WindowFrom ? null : latest;
    }

    /// <summary>Whether the frozen figures are a target's final ones: of its cut-off day, and frozen after that day was over.</summary>
    /// <param name="cutOff">The target's cut-off day.</param>
    /// <param name="day">The snapshot's day.</param>
    /// <param name="frozenOn">The day on which it was frozen.</param>
    public static bool IsFinal(DateOnly cutOff, DateOnly day, DateOnly frozenOn) => day == cutOff && cutOff < frozenOn;
}
