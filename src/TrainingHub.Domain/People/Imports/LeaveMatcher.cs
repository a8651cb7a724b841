using TrainingHub.Time;

namespace TrainingHub.People.Imports;

/// <summary>Compares the leave in the rows of one person with what is known of it.</summary>
/// <param name="known">Leave after which the person comes back.</param>
/// <param name="isHidden">Whether the person is known to others only: nothing of it is told or changed.</param>
internal sealed class LeaveMatcher(IEnumerable<LeaveDays> known, bool isHidden)
{
    private readonly List<LeaveDays> _known = [.. known];
    private readonly HashSet<LeaveDays> _said = [];

    /// <summary>What is wrong with the leave of a row; null when nothing is. What it changes joins the differences.</summary>
    /// <param name="row">The row.</param>
    /// <param name="posts">Days of the person's posts, those of the file among them.</param>
    /// <param name="last">Last day of the last post, as it is with the file.</param>
    /// <param name="differences">What the row changes.</param>
    public RowProblem? Match(RosterRow row, IReadOnlyCollection<(DateOnly From, DateOnly Until)> posts, DateOnly last, List<FieldChange> differences)
    {
        foreach (var said in row.Leaves)
        {
            if (Match(row, said, posts, last, differences) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private RowProblem? Match(RosterRow row, RosterLeave said, IReadOnlyCollection<(DateOnly From, DateOnly Until)> posts, DateOnly last, List<FieldChange> differences)
    {
        var old = SameAs(said);
        var until = said.Until ?? old?.Until ?? Day.Open;
        // Leave ends with the last post; what is known to go on goes on.
        var leave = new LeaveDays(said.Kind ?? old?.Kind ?? LeaveKind.Other, said.From, until > last && until != old?.Until ? last : until);
        if (leave == old)
        {
            _said.Add(leave);
            return null;
        }

        if (_known.Find(one => one != old && one.Overlaps(leave)) is { } other)
        {
            return Problem(RowReason.LeaveOverlaps, isHidden ? "" : other.Written());
        }

        if (old is not null && (isHidden || _said.Contains(old)))
        {
            return Problem(RowReason.LeaveOverlaps, isHidden ? "" : old.Written());
        }

        // A day of leave that is known may lie in a post that others know.
        if (leave.Until < leave.From || (!(old?.From <= leave.From) && !posts.Any(post => post.From <= leave.From && leave.From <= post.Until)))
        {
            return Problem(RowReason.LeaveWithoutPost, "");
        }

        var isEnded = old is not null && leave.Until < old.Until && leave == old with { Until = leave.Until };
        differences.Add(new FieldChange(isEnded ? RosterColumn.LeaveUntil : RosterColumn.Leave, old?.Written(), leave.Written()));
        _known.RemoveAll(one => one == old);
        _known.Add(leave);
        _said.Add(leave);
        return null;

        RowProblem Problem(RowReason reason, string detail) => new(reason, said.Column, row.Typed.GetValueOrDefault(said.Column, ""), detail);
    }

    // The same first day with another word for it is a correction; the same word for days in common is, too.
    private LeaveDays? SameAs(RosterLeave said) =>
        _known.Find(leave => leave.From == said.From)
        ?? _known.Find(leave => (said.Kind is null || said.Kind == leave.Kind) && leave.From <= (said.Until ?? said.From) && said.From <= leave.Until);
}
