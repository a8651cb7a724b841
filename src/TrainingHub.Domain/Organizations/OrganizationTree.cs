using TrainingHub.Time;

namespace TrainingHub.Organizations;

/// <summary>
/// The tree as dated parents tell it: finds what is wrong with them and computes closure rows. An organization keeps its place in the tree
/// from the first day it exists, or has a parent, without end: a closed one is still found where it last stood.
/// </summary>
public sealed class OrganizationTree
{
    private readonly Dictionary<Guid, List<ParentSpan>> _parents;
    private readonly Dictionary<Guid, List<ExistenceSpan>> _existence;

    public OrganizationTree(IEnumerable<ExistenceSpan> existence, IEnumerable<ParentSpan> parents)
    {
        _parents = parents.GroupBy(span => span.OrganizationId).ToDictionary(group => group.Key, group => group.OrderBy(span => span.From).ToList());
        _existence = existence.GroupBy(span => span.OrganizationId).ToDictionary(group => group.Key, group => group.OrderBy(span => span.From).ToList());
    }

    /// <summary>The first fault found; null when on every day the parents make a tree (or several).</summary>
    public TreeFault? FindFault()
    {
        foreach (var (organization, spans) in _parents)
        {
            for (var i = 1; i < spans.Count; i++)
            {
                if (spans[i].From <= spans[i - 1].Until)
                {
                    return new TreeFault.TwoParents(organization, spans[i].From);
                }
            }

            if (spans.Select(FindAbsence).FirstOrDefault(fault => fault is not null) is { } absence)
            {
                return absence;
            }
        }

        return _parents.Keys.Select(FindCycle).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>Closure rows of one descendant, itself (depth 0) included; days next to each other with the same ancestor and depth are one row.</summary>
    /// <exception cref="InvalidOperationException">The parents go round in a circle: ask <see cref="FindFault"/> first.</exception>
    public IReadOnlyList<PathSpan> PathsOf(Guid descendant)
    {
        List<PathSpan> found = [];
        var own = new PathSpan(descendant, descendant, 0, FirstDay(descendant), Day.Open);
        if (Climb(own, found) is { } cycle)
        {
            throw new InvalidOperationException($"{cycle.Organization} stands below itself.");
        }

        return Join(found);
    }

    // A child need not be followed up on days when it does not exist itself.
    private TreeFault? FindAbsence(ParentSpan span)
    {
        foreach (var child in _existence.GetValueOrDefault(span.OrganizationId, []))
        {
            var (from, until) = (Later(child.From, span.From), Earlier(child.Until, span.Until));
            if (from <= until && FirstDayWithout(span.ParentId, from, until) is { } day)
            {
                return new TreeFault.ParentAbsent(span.OrganizationId, span.ParentId, day);
            }
        }

        return null;
    }

    private DateOnly? FirstDayWithout(Guid organization, DateOnly from, DateOnly until)
    {
        var day = from;
        foreach (var span in _existence.GetValueOrDefault(organization, []).Where(span => span.Until >= from))
        {
            if (span.From > day)
            {
                break;
            }

            if (span.Until >= until)
            {
                return null;
            }

            day = Later(day, span.Until.AddDays(1));
        }

        return day <= until ? day : null;
    }

    private TreeFault.Cycle? FindCycle(Guid organization)
    {
        List<PathSpan> found = [];
        return Climb(new PathSpan(organization, organization, 0, Day.Beginning, Day.Open), found) is { } cycle
            ? new TreeFault.Cycle(cycle.Organization, cycle.Day)
            : null;
    }

    /// <summary>Adds the span and all above it; answers where it came round to an organization a second time.</summary>
    private (Guid Organization, DateOnly Day)? Climb(PathSpan start, List<PathSpan> found)
    {
        var open = new Stack<PathSpan>([start]);
        while (open.TryPop(out var at))
        {
            found.Add(at);
            foreach (var span in _parents.GetValueOrDefault(at.AncestorId, []))
            {
                var (from, until) = (Later(span.From, at.From), Earlier(span.Until, at.Until));
                if (from > until)
                {
                    continue;
                }

                // Going round happens no later than after as many steps as there are children.
                if (span.ParentId == start.DescendantId || at.Depth > _parents.Count)
                {
                    return (span.ParentId, from);
                }

                open.Push(new PathSpan(span.ParentId, start.DescendantId, at.Depth + 1, from, until));
            }
        }

        return null;
    }

    private DateOnly FirstDay(Guid organization)
    {
        DateOnly[] days =
        [
            .. _existence.GetValueOrDefault(organization, []).Take(1).Select(span => span.From),
            .. _parents.GetValueOrDefault(organization, []).Take(1).Select(span => span.From),
        ];
        return days.Length == 0 ? Day.Beginning : days.Min();
    }

    private static List<PathSpan> Join(List<PathSpan> spans)
    {
        List<PathSpan> joined = [];
        foreach (var span in spans.OrderBy(span => span.Depth).ThenBy(span => span.AncestorId).ThenBy(span => span.From))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.AncestorId == span.AncestorId && last.Depth == span.Depth
                && last.Until < span.From && last.Until.AddDays(1) == span.From)
            {
                joined[^1] = last with { Until = span.Until };
            }
            else
            {
                joined.Add(span);
            }
        }

        return joined;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
