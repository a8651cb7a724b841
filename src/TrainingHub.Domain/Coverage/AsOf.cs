using TrainingHub.Programmes;

namespace TrainingHub.Coverage;

/// <summary>截至某日、按某时掌握的情况: a figure belongs to a day and a moment of knowledge.</summary>
/// <param name="Day">The day that stands in the place of today.</param>
/// <param name="Moment">Only what we knew then counts, UTC; null: all that we know now.</param>
public sealed record AsOf(DateOnly Day, DateTime? Moment)
{
    /// <summary>Why a target has no figure for it; null when it has one. Today is allowed, and so are days after the cut-off day: they have its figure.</summary>
    public AsOfFault? Against(TargetRule rule, DateOnly today, DateTime now) =>
        Day > today || Moment > now ? AsOfFault.Ahead
        : Day < rule.WindowFrom ? AsOfFault.BeforeWindow
        : null;
}
