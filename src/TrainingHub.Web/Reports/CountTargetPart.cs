using TrainingHub.Coverage;

namespace TrainingHub.Reports;

/// <summary>Counts the figures of one target for a report, as of its cut-off day and moment, and keeps the names behind them.</summary>
public sealed class CountTargetPart(ReportTargets targets, FigureAsOf figures, KeepReportNames keep, ChangesQuery changes)
{
    /// <summary>Null when the unit did not stand below the target's setter on that day.</summary>
    public async Task<TargetPart?> RunAsync(Report report, Guid targetId, CancellationToken cancel)
    {
        if (await targets.FindAsync(report, targetId, cancel) is not { } target || await targets.FindUnitAsync(report, target, cancel) is not { } unit)
        {
            return null;
        }

        var found = await figures.NamesAsync(target, unit, cancel);
        var recent = await changes.KindsAsync(target, unit.Id, cancel);
        var units = found.Units;
        return new TargetPart
        {
            Slug = target.Slug,
            Name = target.Name,
            NameEn = target.NameEn,
            ProgrammeName = target.ProgrammeName,
            ProgrammeNameEn = target.ProgrammeNameEn,
            SetterName = target.SetterName,
            Source = target.Source,
            Year = target.Year,
            Percent = target.Rule.Percent,
            Positions = target.Rule.Positions,
            Kinds = target.Rule.Kinds,
            RequiredFlags = target.Rule.RequiredFlags,
            ExcludedFlags = target.Rule.ExcludedFlags,
            Employments = target.Rule.Employments,
            OnlyWhileValid = target.Rule.OnlyWhileValid,
            OnlyWhileInPost = target.Terms.IsOnlyWhileInPostOn(target.CutOff),
            Names = await keep.RunAsync(report, found, cancel),
            WindowFrom = target.Rule.WindowFrom,
            WindowUntil = target.Rule.WindowUntil,
            RosterDay = target.Rule.RosterDay,
            CutOffDay = target.Rule.CutOffDay,
            Day = target.CutOff,
            Total = ReportFigure.Of(found.Total),
            Posts = [.. found.Posts.Select(row => new PostPart(row.Of, ReportFigure.Of(row.Figure)))],
            Units = units.All(row => row.Of.Id == unit.Id)
                ? []
                : [.. units.OrderBy(row => row.Of.Name, StringComparer.Ordinal).ThenBy(row => row.Of.Code, StringComparer.Ordinal)
                    .Select(row => new UnitPart(row.Of.Code, row.Of.Name, row.Of.Id == unit.Id, ReportFigure.Of(row.Figure)))],
            ChangesFrom = ChangesQuery.First(target),
            Begun = recent.GetValueOrDefault(RecentChangeKind.Begun),
            Ended = recent.GetValueOrDefault(RecentChangeKind.Ended),
            ExclusionsBegun = recent.GetValueOrDefault(RecentChangeKind.Excluded),
            ExclusionsWithdrawn = recent.GetValueOrDefault(RecentChangeKind.Withdrawn),
        };
    }
}
