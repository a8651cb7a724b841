using System.Globalization;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>Reads day and moment from an address and looks the target up as of them.</summary>
public sealed class AsOfAsked(TargetQuery targets, DayClock clock)
{
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <param name="live">The target as it is today.</param>
    /// <param name="unit">The unit as it is today.</param>
    /// <param name="day">2026-03-05; empty for today.</param>
    /// <param name="moment">2026-03-06T10:00 in the zone; empty for all that we know now.</param>
    /// <param name="capability">What the reader must be allowed to at the unit.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<AsOfOutcome> FindAsync(TargetSummary live, UnitChoice unit, string? day, string? moment, Capability capability, CancellationToken cancel)
    {
        if (live.Withdrawal is not null)
        {
            return await FindWithdrawnAsync(live, unit, day, moment, capability, cancel);
        }

        if (Read(day, moment) is not { } asOf)
        {
            return new AsOfOutcome.Refused(AsOfFault.Unreadable);
        }

        if (asOf.Day == live.Today && asOf.Moment is null)
        {
            return new AsOfOutcome.Today();
        }

        if (asOf.Against(live.Rule, live.Today, clock.Now) is { } fault)
        {
            return new AsOfOutcome.Refused(fault);
        }

        return await targets.FindAsOfAsync(live.Slug, asOf.Day, asOf.Moment, cancel) is not { } target ? new AsOfOutcome.Refused(AsOfFault.NoRule)
            : await targets.FindUnitAsync(target, unit.Code, capability, cancel) is not { } there ? new AsOfOutcome.Refused(AsOfFault.NotThere)
            : new AsOfOutcome.Found(target, there);
    }

    /// <summary>Of a target that was withdrawn there is no today: without a day that has a figure its last day stands in.</summary>
    private async Task<AsOfOutcome> FindWithdrawnAsync(TargetSummary ended, UnitChoice unit, string? day, string? moment, Capability capability, CancellationToken cancel) =>
        day is { Length: > 0 } && Read(day, moment) is { } asOf && asOf.Against(ended.Rule, ended.Today, clock.Now) is null
            && await targets.FindAsOfAsync(ended.Slug, asOf.Day, asOf.Moment, cancel) is { } target
            && await targets.FindUnitAsync(target, unit.Code, capability, cancel) is { } there
            ? new AsOfOutcome.Found(target with { Withdrawal = ended.Withdrawal }, there)
            : new AsOfOutcome.Found(ended, unit);

    private AsOf? Read(string? day, string? moment)
    {
        var (asked, known) = (clock.Today, (DateTime?)null);
        if (!string.IsNullOrWhiteSpace(day) && !DateOnly.TryParseExact(day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out asked))
        {
            return null;
        }

        if (!string.IsNullOrWhiteSpace(moment))
        {
            if (!DateTime.TryParseExact(moment.Trim(), Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned) || zoned.Year is < 1900 or > 9998)
            {
                return null;
            }

            known = TimeZoneInfo.ConvertTimeToUtc(zoned, clock.Zone);
        }

        return new AsOf(asked, known);
    }
}
