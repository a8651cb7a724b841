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

    /// <summary>Whole points reached; null while open.</summary>
    public int? Points { get; private set; }
    public required int FullPoints { get; init; }
    public bool? Passed { get; private set; }

    /// <summary>How many items had an answer that counted; null while open.</summary>
    public int? Answered { get; private set; }

    /// <summary>The browser in which it goes on; answers from another one are refused. Null for an attempt started before browsers were told apart.</summary>
    public string? Device { get; private set; }

    /// <summary>Head of the <see cref="AnswerChain"/> when it was handed in; null while open, and for attempts handed in before it was kept.</summary>
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
    public SubmitOutcome Submit(int points, int answered, DateTime now)
    {
        if (SubmittedAt is not null)
        {
            return new SubmitOutcome.AlreadyGraded();
        }

        ArgumentOutOfRangeException.ThrowIfNegative(points);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, FullPoints);
        SubmittedAt = now < Deadline ? now : Deadline;
        Points = points;
        Answered = answered;
        Passed = (long)points * 100 >= (long)PassPercent * FullPoints;
        Version++;
        return new SubmitOutcome.Graded(Passed.Value);
    }
}
