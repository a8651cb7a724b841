namespace TrainingHub.Sessions.Plans;

/// <summary>A batch of a plan: a session that exists, or day, place and seats of one to be made.</summary>
public sealed class PlannedBatch
{
    private static readonly (TimeOnly Begins, TimeOnly Ends) UsualMorning = (new(8, 30), new(11, 30));
    private static readonly (TimeOnly Begins, TimeOnly Ends) UsualAfternoon = (new(14, 0), new(17, 0));

    // Unless a session to follow says otherwise.
    private const int UsualHours = 4;

    public required Guid PlanId { get; init; }

    /// <summary>第几批 of the plan, from 1; unique in it.</summary>
    public required int Number { get; init; }

    /// <summary>Null while it is to be made.</summary>
    public Guid? SessionId { get; set; }

    /// <summary>Of one to be made; of a session its own days stand.</summary>
    public DateOnly? Day { get; init; }
    public bool HasMorning { get; init; }
    public bool HasAfternoon { get; init; }
    public string Place { get; init; } = "";
    public int Seats { get; init; }

    /// <summary>What is agreed for the session to be made: like another of the plan, on its own day, at its own place and with its own seats.</summary>
    /// <param name="like">The session to follow; null: there is none.</param>
    /// <param name="title">Where there is none to follow.</param>
    /// <param name="programmeId">The programme that it completes.</param>
    /// <exception cref="InvalidOperationException">It names no day.</exception>
    public SessionTerms Terms(SessionTerms? like, string title, Guid programmeId)
    {
        var day = Day ?? throw new InvalidOperationException("A batch to be made has a day.");
        List<HalfDay> halves = [];
        foreach (var (isAsked, half, usual) in new[] { (HasMorning, HalfOfDay.Morning, UsualMorning), (HasAfternoon, HalfOfDay.Afternoon, UsualAfternoon) })
        {
            if (isAsked)
            {
                var times = like?.HalfDays.FirstOrDefault(one => one.Half == half) is { } followed ? (followed.Begins, followed.Ends) : usual;
                halves.Add(new HalfDay(day, half, times.Begins, times.Ends));
            }
        }

        return like is null
            ? new SessionTerms { Title = title, Kind = SessionKind.Lecture, Place = Place, Seats = Seats, HoursPerHalfDay = UsualHours, HalfDaysNeeded = 1, ProgrammeId = programmeId, HalfDays = halves }
            : like with { Place = Place, Seats = Seats, HalfDays = halves, HalfDaysNeeded = Math.Min(like.HalfDaysNeeded, halves.Count), ProgrammeId = programmeId, Minutes = "" };
    }
}
