namespace TrainingHub.Courses;

/// <summary>The check questions of a lesson as its page shows them.</summary>
public sealed record LessonChecks
{
    /// <summary>Different questions answered rightly; not more than <see cref="Asked"/>.</summary>
    public required int Right { get; init; }

    /// <summary>How many have to be.</summary>
    public required int Asked { get; init; }

    /// <summary>When the lesson's rest ends, UTC; null when it does not rest.</summary>
    public required DateTime? RestUntil { get; init; }

    /// <summary>Until when it may not be finished; null when nothing keeps it.</summary>
    public required LessonHold? Hold { get; init; }

    /// <summary>Whether enough is answered rightly.</summary>
    public required bool IsProven { get; init; }

    /// <summary>Whether any answer was wrong: more is asked then.</summary>
    public required bool HasErred { get; init; }

    /// <summary>Whether the answers came faster than their questions can be read: all of the pool is asked then.</summary>
    public required bool IsHasty { get; init; }

    /// <summary>The open question; null when none is open.</summary>
    public required StepCard? Step { get; init; }

    /// <summary>What was answered a moment ago; null otherwise.</summary>
    public required AnsweredCard? Last { get; init; }

    /// <summary>What was answered rightly, with the explanations; what lies on an open paper is left out.</summary>
    public required IReadOnlyList<AnsweredCard> Done { get; init; }

    /// <summary>Whether what is left lies on a paper that the person is answering now.</summary>
    public required bool IsHeldUp { get; init; }

    /// <summary>Whether no question of the lesson can be asked: their clauses hold no longer.</summary>
    public required bool IsEmpty { get; init; }
}
