using TrainingHub.Storage;

namespace TrainingHub.Coverage;

/// <summary>What became of a wish to enter or change a leave.</summary>
public abstract record LeaveOutcome
{
    private LeaveOutcome()
    {
    }

    public sealed record Recorded : LeaveOutcome;

    /// <summary>No such person in post within reach, or no such leave.</summary>
    public sealed record NotFound : LeaveOutcome;

    /// <summary>The person is on leave on some of these days already.</summary>
    public sealed record Overlaps : LeaveOutcome;

    /// <summary>The person holds no post within reach on the first day.</summary>
    public sealed record NoPost : LeaveOutcome;

    /// <summary>An exclusion was asked for some of these days already, or the person counts in that target no more.</summary>
    public sealed record ExclusionRefused : LeaveOutcome;

    /// <summary>An exclusion that was to end with the leave is another one by now, or out of reach.</summary>
    public sealed record ExclusionChanged : LeaveOutcome;

    /// <summary>Somebody else was faster.</summary>
    public sealed record Changed(LastChange By) : LeaveOutcome;
}
