using TrainingHub.People;

namespace TrainingHub.Quizzes;

/// <summary>安排的测验: a quiz that an organization arranges for its people, apart from any course.</summary>
public sealed class ArrangedQuiz
{
    public required Guid Id { get; init; }

    /// <summary>Part of addresses: eight capitals and digits, so that it never meets the slug of a course's quiz.</summary>
    public required string Slug { get; init; }

    /// <summary>The unit that arranges it; its people and those of everything below take part.</summary>
    public required Guid OrganizationId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
    public QuizStanding Standing { get; private set; }

    /// <summary>Of the terms, for lists.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Of the terms, to find who takes part.</summary>
    public CorePosition Positions { get; private set; }

    /// <summary>Of the terms, UTC.</summary>
    public DateTime OpensAt { get; private set; }

    /// <summary>Of the terms, or the instant at which it was closed before, UTC.</summary>
    public DateTime ClosesAt { get; private set; }

    /// <summary>The terms as they are stored.</summary>
    public string Terms { get; private set; } = "";

    /// <summary>Concurrency token; counts changes.</summary>
    public int Version { get; private set; }

    /// <summary>Whether its papers may be drawn at all.</summary>
    public bool IsRunning => Standing is QuizStanding.Published;

    /// <param name="terms">Agreed.</param>
    /// <param name="written">The same as they are stored.</param>
    public void Agree(QuizTerms terms, string written)
    {
        Title = terms.Title;
        Positions = terms.Positions;
        OpensAt = terms.OpensAt;
        ClosesAt = terms.ClosesAt;
        Terms = written;
        Version++;
    }

    /// <summary>Moves on: a draft is published or withdrawn, a published one closed or withdrawn. False, and nothing changes, for any other step.</summary>
    public bool Move(QuizStanding next, DateTime now)
    {
        var isStep = (Standing, next) is (QuizStanding.Draft, QuizStanding.Published or QuizStanding.Withdrawn) or (QuizStanding.Published, QuizStanding.Closed or QuizStanding.Withdrawn);
        if (!isStep)
        {
            return false;
        }

        if (next is QuizStanding.Closed && now < ClosesAt)
        {
            ClosesAt = now;
        }

        Standing = next;
        Version++;
        return true;
    }

    /// <summary>How it stands now, to be appended.</summary>
    public QuizChange ChangeBy(Guid id, Guid by, DateTime now, string? reason) =>
        new() { Id = id, QuizId = Id, At = now, By = by, Standing = Standing, Version = Version, Terms = Terms, Reason = reason };
}
