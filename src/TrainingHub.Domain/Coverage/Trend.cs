using TrainingHub.Organizations;
using TrainingHub.Programmes;

namespace TrainingHub.Coverage;

/// <summary>
/// A unit's figures on many days in one pass over the people: each person is placed anew only where something about them begins or ends between two days.
/// Every point equals the replay with that day in the place of today.
/// </summary>
/// <param name="counting">The rules of counting over everything known, of whatever day.</param>
/// <param name="target">The target; its rule holds on all of the days.</param>
/// <param name="days">The days, ascending.</param>
/// <param name="below">Under which organizations below the unit, or the unit itself, stood on which days: its closure rows by descendant.</param>
public sealed class Trend(Counting counting, TargetTerms target, IReadOnlyList<DateOnly> days, ILookup<Guid, OrganizationPath> below)
{
    /// <summary>So many months are shown at most.</summary>
    public const int MostMonths = 60;

    private readonly Counting[] _countings = [.. days.Select(counting.On)];
    private readonly List<DateOnly> _ruleDays = [.. target.ProgrammeRules.SelectMany(rule => Boundary.Of(rule.From, rule.Until)).Order()];
    private readonly Dictionary<Guid, bool[]> _isBelow = [];
    private readonly StandingTally[] _tallies = [.. days.Select(_ => new StandingTally())];

    public IReadOnlyList<TrendPoint> Points =>
        [.. days.Select((day, index) => new TrendPoint(day, _tallies[index].Counted, _tallies[index][StandingKind.Covered], _tallies[index][StandingKind.Excluded]))];

    /// <summary>The ends of the months of the window, as far as they have passed, and the cut-off day or today; the last <see cref="MostMonths"/>.</summary>
    public static IReadOnlyList<DateOnly> Days(TargetRule rule, DateOnly today)
    {
        var last = rule.CutOffDay < today ? rule.CutOffDay : today;
        var ends = new List<DateOnly>();
        for (var end = EndOf(rule.WindowFrom); end < last; end = EndOf(end.AddDays(1)))
        {
            ends.Add(end);
        }

        return last < rule.WindowFrom ? [] : [.. ends.Append(last).TakeLast(MostMonths)];
    }

    /// <summary>Counts one person, with all facts known of them.</summary>
    public void Add(PersonFacts person)
    {
        for (var index = 0; index < days.Count;)
        {
            var placement = _countings[index].Place(target, person);
            var until = Until(days[index], placement.NextBoundary);
            for (var first = index; index < days.Count && (index == first || until is null || days[index] < until); index++)
            {
                Tally(placement, index);
            }
        }
    }

    private static DateOnly EndOf(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    /// <summary>The next day on which the placement may no longer hold.</summary>
    private DateOnly? Until(DateOnly day, DateOnly? boundary)
    {
        foreach (var ruleDay in _ruleDays)
        {
            if (ruleDay > day)
            {
                return boundary is { } own && own < ruleDay ? own : ruleDay;
            }
        }

        return boundary;
    }

    private void Tally(Placement placement, int index)
    {
        foreach (var standing in placement.Standings)
        {
            if (IsBelow(standing.OrganizationId)[index])
            {
                _tallies[index].Add(standing.Kind);
            }
        }
    }

    private bool[] IsBelow(Guid organization)
    {
        if (!_isBelow.TryGetValue(organization, out var isBelow))
        {
            isBelow = [.. days.Select(day => below[organization].Any(path => path.From <= day && day <= path.Until))];
            _isBelow.Add(organization, isBelow);
        }

        return isBelow;
    }
}
