using TrainingHub.Programmes;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>A target that the reader may correct or withdraw.</summary>
/// <param name="Target">The target.</param>
/// <param name="Setter">Who set it.</param>
/// <param name="Rules">All its rules that we know, by their days; at least one.</param>
/// <param name="Programme">The programme's rule of today, else the latest; null when it has none.</param>
public sealed record OwnTarget(CoverageTarget Target, Setter Setter, IReadOnlyList<TargetRule> Rules, ProgrammeRule? Programme)
{
    /// <summary>A mark of what a form is made from.</summary>
    public string Version => VersionOf(Target, Rules);

    /// <summary>The first day without the target; null while none is known.</summary>
    public DateOnly? WithdrawnFrom => Rules[^1].Until == Day.Open ? null : Rules[^1].Until.AddDays(1);

    public static string VersionOf(CoverageTarget target, IEnumerable<TargetRule> known) =>
        KnownVersion.Of([target.Name, target.NameEn, target.Source, .. known.Select(rule => rule.Id).Order().Select(id => id.ToString("N"))]);
}
