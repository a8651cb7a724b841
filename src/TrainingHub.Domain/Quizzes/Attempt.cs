namespace TrainingHub.Quizzes;

/// <summary>作答: one sitting of a person at a quiz, on the server from its start, with its own frozen paper.</summary>
public sealed class Attempt
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string QuizSlug { get; init; }
    public required string CourseSlug { get; init; }

    /// <summary>The course version, by content hash, whose questions were drawn.</summary>
    public required string CourseHash { get; init; }

    /// <summary>1 for a person's first attempt at the quiz.</summary>
    public required int Number { get; init; }

    /// <summary>From which the paper can be drawn again.</summary>
    public required long Seed { get; init; }
    public required DateTime StartedAt { get; init; }

    /// <summary>Last instant at which a saved answer counts (included), UTC.</summary>
    public required DateTime Deadline { get; set; }

    /// <summary>Pass mark in whole percent, frozen at the start.</summary>
    public required int PassPercent { get; init; }

    /// <summary>When it was handed in, never after the deadline, UTC; null while open.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Whole points reached; null while open and while written answers are marked.</summary>
    public int? Points { get; private set; }
    public required int FullPoints { get; init; }

    /// <summary>Null while open and while written answers are marked.</summary>
    public bool? Passed { get; private set; }

    /// <summary>Whether it was handed in and a person has still to mark an answer.</summary>
    public bool WaitsForMarks => SubmittedAt is not null && Passed is null;

    /// <summary>How many items had an answer that counted; null while open.</summary>
    public int? Answered { get; private set; }

    /// <summary>The browser in which it goes on; answers from another one are refused. Null for an attempt started before browsers were told apart.</summary>
    public string? Device { get; private set; }

    /// <summary>Head of the <see cref="AnswerChain"/> when it was handed in, or when its paper was corrected last; null while open, and for attempts handed in before it was kept.</summary>
    public string? LogHash { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whether its time has run out: the deadline itself still counts.</summary>
    public bool IsOver(DateTime now) => now > Deadline;

    /// <summary>Gives more time, in whole minutes. False, and nothing changes, when it was handed in or its time has run out.</summary>
    public bool Extend(int minutes, DateTime now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);
        if (SubmittedAt is not null || IsOver(now))
        {
            return false;
        }

        Deadline = Deadline.AddMinutes(minutes);
        Version++;
        return true;
    }

    /// <summary>
    /// Lets it last until what was due when it started, time that was given in the moment of the start included. False, and nothing changes, when it lasts so
    /// long already or was handed in.
    /// </summary>
    /// <param name="deadline">UTC.</param>
    public bool LastUntil(DateTime deadline)
    {
        if (SubmittedAt is not null || deadline <= Deadline)
        {
            return false;
        }

        Deadline = deadline;
        Version++;
        return true;
    }

    /// <summary>Goes on in another browser. False, and nothing changes, when it was handed in or goes on there already.</summary>
    public bool GoOnIn(string device)
    {
        if (SubmittedAt is not null || string.Equals(Device, device, StringComparison.Ordinal))
        {
            return false;
        }

        // The first one is part of the start, not a change.
        Version += Device is null ? 0 : 1;
        Device = device;
        return true;
    }

    /// <summary>Keeps the head of the chain of everything that counts. Called with the answers that are graded, before handing in.</summary>
    public void Seal(IEnumerable<AnswerEntry> log)
    {
        if (SubmittedAt is null)
        {
            LogHash = AnswerChain.HeadOf(Id, log);
        }
    }

    /// <summary>
    /// Hands the attempt in with the points of what the server had saved by the deadline (included). A second call changes nothing.
    /// </summary>
    /// <param name="points">Whole points reached.</param>
    /// <param name="answered">Items with an answer that counted.</param>
    /// <param name="now">UTC.</param>
    /// <param name="waitsForMarks">Whether written answers have still to be marked: points and passing are then decided by <see cref="Decide"/>.</param>
    public SubmitOutcome Submit(int points, int answered, DateTime now, bool waitsForMarks = false)
    {
        if (SubmittedAt is not null)
        {
            return new SubmitOutcome.AlreadyGraded();
        }

        SubmittedAt = now < Deadline ? now : Deadline;
        Answered = answered;
        Version++;
        if (waitsForMarks)
        {
            return new SubmitOutcome.WaitsForMarks();
        }

        Grade(points);
        return new SubmitOutcome.Graded(Passed is true);
    }

    /// <summary>Decides points and passing once everything is marked. False, and nothing changes, when it does not wait for marks.</summary>
    public bool Decide(int points)
    {
        if (!WaitsForMarks)
        {
            return false;
        }

        Grade(points);
        Version++;
        return true;
    }

    private void Grade(int points)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, FullPoints);
        Points = points;
        Passed = (long)points * 100 >= (long)PassPercent * FullPoints;
    }

    /// <summary>
    /// 重新评分: puts other points in the place of those it was graded with, after a key was corrected; passing follows them. False, and nothing
    /// changes, while it has no points or when they are the same.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above the full points.</exception>
    public bool Regrade(int points)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, FullPoints);
        if (Points is null || Points == points)
        {
            return false;
        }

        Points = points;
        Passed = IsPass(points);
        Version++;
        return true;
    }

    /// <summary>
    /// 更正: puts what the corrected paper gives in the place of what was handed in; passing follows, the moment of handing in stays. False, and nothing
    /// changes, while it has no points.
    /// </summary>
    /// <param name="points">Whole points reached.</param>
    /// <param name="answered">Items with an answer that counted.</param>
    /// <param name="log">All of its answers, with those of the correction.</param>
    /// <exception cref="ArgumentOutOfRangeException">Points below 0 or above the full points.</exception>
    public bool Correct(int points, int answered, IEnumerable<AnswerEntry> log)
    {
        if (Points is null)
        {
            return false;
        }

        Grade(points);
        (Answered, LogHash) = (answered, AnswerChain.HeadOf(Id, log));
        Version++;
        return true;
    }

    /// <summary>Whether so many points pass.</summary>
    public bool IsPass(int points) => (long)points * 100 >= (long)PassPercent * FullPoints;
}
