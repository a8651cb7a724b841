namespace TrainingHub.Quizzes;

/// <summary>
/// 重新评分: the correction of one key, from its preview over every attempt to its application. What it says never changes, only how far it is.
/// Undone by another one that says what held before.
/// </summary>
public sealed class Regrade
{
    /// <summary>Whoever graded by the earlier key in this time after the application is looked at once more.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    public required Guid Id { get; init; }
    public required string QuizSlug { get; init; }

    /// <summary>From 1 in its quiz: part of its address.</summary>
    public required int Number { get; init; }
    public required string QuestionHash { get; init; }

    /// <summary>A <see cref="Questions.CorrectedKey"/> as it is stored; null: the version's own key again.</summary>
    public string? Correction { get; init; }

    /// <summary>The correction that held before; null: the version's own key did.</summary>
    public string? Former { get; init; }
    public required string Reason { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
    public RegradeState State { get; private set; }

    /// <summary>How many attempts have the question.</summary>
    public int Total { get; private set; }

    /// <summary>How many of them the present step has looked at.</summary>
    public int Seen { get; private set; }
    public DateTime? AppliedAt { get; private set; }
    public Guid? AppliedBy { get; private set; }

    /// <summary>When it was applied to everybody, or given up; null while it may still become something. A quiz has at most one such.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>When it is looked at once more whether somebody was graded by the earlier key in the moment of the application; null when that is done.</summary>
    public DateTime? SettlesAt { get; private set; }

    /// <summary>Until when some process works on it.</summary>
    public DateTime? HeldUntil { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a process has something to do: a preview or an application that is not through, or the last look.</summary>
    public bool HasWork(DateTime now) => State is RegradeState.Previewing or RegradeState.Applying || SettlesAt <= now;

    /// <summary>A process takes the work for itself until so long; false while another one has it.</summary>
    public bool Hold(DateTime until, DateTime now)
    {
        if (HeldUntil > now)
        {
            return false;
        }

        HeldUntil = until;
        Version++;
        return true;
    }

    /// <summary>How far the present step is, and that it goes on.</summary>
    public void Advance(int seen, int total, DateTime heldUntil)
    {
        (Seen, Total, HeldUntil) = (seen, total, heldUntil);
        Version++;
    }

    /// <summary>The present step has looked at every attempt.</summary>
    public void Finish(DateTime now)
    {
        HeldUntil = null;
        Version++;
        switch (State)
        {
            case RegradeState.Previewing:
                State = RegradeState.Previewed;
                break;
            case RegradeState.Applying:
                State = RegradeState.Applied;
                ClosedAt = now;
                SettlesAt = now + Settling;
                break;
            default:
                SettlesAt = null;
                break;
        }
    }

    /// <summary>Begins the application. False, and nothing changes, unless it has just been previewed.</summary>
    public bool Apply(Guid by, DateTime now)
    {
        if (State is not RegradeState.Previewed)
        {
            return false;
        }

        (State, AppliedAt, AppliedBy, Seen) = (RegradeState.Applying, now, by, 0);
        Version++;
        return true;
    }

    /// <summary>Gives it up before it was applied. False, and nothing changes, afterwards.</summary>
    public bool GiveUp(DateTime now)
    {
        if (State is not (RegradeState.Previewing or RegradeState.Previewed))
        {
            return false;
        }

        (State, ClosedAt) = (RegradeState.GivenUp, now);
        Version++;
        return true;
    }
}
