namespace TrainingHub.Courses;

/// <summary>
/// One question that the server put to a person in a lesson. At most one is open per person and lesson; it is answered once, and only by
/// who was asked.
/// </summary>
public sealed class LessonStep
{
    /// <summary>Random; names the step in the address.</summary>
    public required string Token { get; init; }
    public required Guid PersonId { get; init; }
    public required string CourseSlug { get; init; }

    /// <summary>The course version, by content hash, from which it was drawn.</summary>
    public required string CourseHash { get; init; }
    public required string LessonSlug { get; init; }

    /// <summary>Question version, by content hash.</summary>
    public required string QuestionHash { get; init; }

    /// <summary>Original option indices in the order shown, comma-separated: <c>2,0,3,1</c>.</summary>
    public required string OptionOrder { get; init; }

    /// <summary>By the server's clock, UTC.</summary>
    public required DateTime IssuedAt { get; init; }

    /// <summary>When it was answered or taken back, UTC; null while open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Letters as displayed; null while open and when it was taken back.</summary>
    public string? Choice { get; private set; }

    /// <summary>Null while open and when it was taken back.</summary>
    public bool? IsRight { get; private set; }

    /// <exception cref="InvalidOperationException">It is closed.</exception>
    public void Answer(string choice, bool isRight, DateTime now)
    {
        Close(now);
        (Choice, IsRight) = (choice, isRight);
    }

    /// <summary>Takes back a question that may not be asked any more; counts neither as right nor as wrong.</summary>
    /// <exception cref="InvalidOperationException">It is closed.</exception>
    public void TakeBack(DateTime now) => Close(now);

    private void Close(DateTime now)
    {
        if (ClosedAt is not null)
        {
            throw new InvalidOperationException("A step is answered once.");
        }

        ClosedAt = now;
    }
}
