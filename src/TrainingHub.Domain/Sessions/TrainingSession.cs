using TrainingHub.Programmes;

namespace TrainingHub.Sessions;

/// <summary>集中培训: one face-to-face training of a unit; of several batches (分批分期) one.</summary>
public sealed class TrainingSession
{
    public required Guid Id { get; init; }

    /// <summary>Part of addresses; unique.</summary>
    public required string Code { get; init; }

    /// <summary>The batches of one plan share it.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>第几期, from 1.</summary>
    public required int Batch { get; init; }

    /// <summary>The unit that holds it.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Key of the rotating code, sealed.</summary>
    public required string Secret { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
    public SessionStanding Standing { get; private set; }
    public string Title { get; private set; } = "";
    public SessionKind Kind { get; private set; }
    public string Place { get; private set; } = "";
    public string Lecturer { get; private set; } = "";
    public int Seats { get; private set; }
    public int HoursPerHalfDay { get; private set; }
    public int HalfDaysNeeded { get; private set; }
    public bool AsksSecondScan { get; private set; }
    public Guid? ProgrammeId { get; private set; }
    public string CourseSlug { get; private set; } = "";
    public ExpertDomain Domain { get; private set; }
    public string Agenda { get; private set; } = "";
    public string Minutes { get; private set; } = "";
    public string PreQuizSlug { get; private set; } = "";
    public string PostQuizSlug { get; private set; } = "";

    /// <summary>Of its half-days, for lists.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Of its half-days; the completion day of its records.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>When time or place was last changed, UTC; null when they never were.</summary>
    public DateTime? MovedAt { get; private set; }

    /// <summary>How often it was closed; part of its records, so that each closing writes a person's record once.</summary>
    public int Closing { get; private set; }

    /// <summary>When it was last closed, UTC, and by whom.</summary>
    public DateTime? ClosedAt { get; private set; }
    public Guid? ClosedBy { get; private set; }

    /// <summary>Why it was opened again; said in the revocations of the next closing.</summary>
    public string? ReopenReason { get; private set; }

    /// <summary>Concurrency token; counts changes.</summary>
    public int Version { get; private set; }

    /// <summary>Puts the terms in force; the half-days themselves are rows of their own.</summary>
    public void Agree(SessionTerms terms)
    {
        (Title, Kind, Place, Lecturer) = (terms.Title, terms.Kind, terms.Place, terms.Lecturer);
        (Seats, HoursPerHalfDay, HalfDaysNeeded, AsksSecondScan) = (terms.Seats, terms.HoursPerHalfDay, terms.HalfDaysNeeded, terms.AsksSecondScan);
        (ProgrammeId, CourseSlug, Domain, Agenda, Minutes) = (terms.ProgrammeId, terms.CourseSlug, terms.Domain, terms.Agenda, terms.Minutes);
        (PreQuizSlug, PostQuizSlug, FirstDay, LastDay) = (terms.PreQuizSlug, terms.PostQuizSlug, terms.FirstDay, terms.LastDay);
        Version++;
    }

    /// <summary>The terms in force.</summary>
    public SessionTerms TermsWith(IEnumerable<SessionHalfDay> halfDays) => new()
    {
        Title = Title,
        Kind = Kind,
        Place = Place,
        Lecturer = Lecturer,
        Seats = Seats,
        HoursPerHalfDay = HoursPerHalfDay,
        HalfDaysNeeded = HalfDaysNeeded,
        AsksSecondScan = AsksSecondScan,
        ProgrammeId = ProgrammeId,
        CourseSlug = CourseSlug,
        Domain = Domain,
        Agenda = Agenda,
        Minutes = Minutes,
        PreQuizSlug = PreQuizSlug,
        PostQuizSlug = PostQuizSlug,
        HalfDays = [.. halfDays.OrderBy(half => half.Number).Select(half => half.Span)],
    };

    public void Move(DateTime now) => MovedAt = now;

    /// <summary>False, and nothing changes, when it is not planned any more or was closed before: what is in the ledger is not cancelled away.</summary>
    public bool Cancel()
    {
        if (Standing is not SessionStanding.Planned || Closing > 0)
        {
            return false;
        }

        Standing = SessionStanding.Cancelled;
        Version++;
        return true;
    }

    /// <summary>Begins to close it. False, and nothing changes, unless it is planned.</summary>
    public bool Close(Guid by, DateTime now)
    {
        if (Standing is not SessionStanding.Planned)
        {
            return false;
        }

        Standing = SessionStanding.Closing;
        Closing++;
        (ClosedAt, ClosedBy) = (now, by);
        Version++;
        return true;
    }

    /// <summary>Its records are all written.</summary>
    /// <exception cref="InvalidOperationException">It is not being closed.</exception>
    public void Finish()
    {
        if (Standing is not SessionStanding.Closing)
        {
            throw new InvalidOperationException($"Session {Code} is not being closed.");
        }

        Standing = SessionStanding.Closed;
        Version++;
    }

    /// <summary>Whether a closing has counted what was typed in at that moment, UTC.</summary>
    public bool HasCounted(DateTime enteredAt) => ClosedAt >= enteredAt;

    /// <summary>Opens a closed one again, so that its attendance can be corrected. Its records stay until it is closed again.</summary>
    public bool Reopen(string reason)
    {
        if (Standing is not SessionStanding.Closed)
        {
            return false;
        }

        (Standing, ReopenReason) = (SessionStanding.Planned, reason);
        Version++;
        return true;
    }
}
