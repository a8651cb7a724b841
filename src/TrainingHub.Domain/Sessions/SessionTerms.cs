using TrainingHub.Programmes;

namespace TrainingHub.Sessions;

/// <summary>What is agreed for a session.</summary>
public sealed record SessionTerms
{
    public const int LongestTitle = 80;
    public const int LongestPlace = 80;
    public const int LongestLecturer = 60;
    public const int LongestAgenda = 2000;
    public const int LongestMinutes = 8000;
    public const int MostSeats = 3000;
    public const int MostHalfDays = 20;
    public const int MostHours = 6;

    /// <summary>Whole minutes of one 学时.</summary>
    public const int MinutesPerHour = 45;

    public required string Title { get; init; }
    public required SessionKind Kind { get; init; }
    public required string Place { get; init; }

    /// <summary>主讲人; empty where nobody lectures.</summary>
    public string Lecturer { get; init; } = "";


    /// <summary>How many can take part, 1 to <see cref="MostSeats"/>.</summary>
    public required int Seats { get; init; }

    /// <summary>Whole 学时 for each half-day attended, 0 to <see cref="MostHours"/>.</summary>
    public required int HoursPerHalfDay { get; init; }

    /// <summary>In how many half-days somebody must be present to be entered in the ledger, from 1; the credit is of those attended in any case.</summary>
    public required int HalfDaysNeeded { get; init; }

    /// <summary>散场签退: whether a half-day counts only for who signs a second time at its end.</summary>
    public bool AsksSecondScan { get; init; }

    /// <summary>The programme that it completes; null: attendance is kept, but no record is written.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>The course whose content it teaches, so that the same hours are not counted twice; empty: none.</summary>
    public string CourseSlug { get; init; } = "";

    /// <summary>专业领域 to which its hours belong, for programmes that ask for hours of domains; none: only for those that ask for hours of any.</summary>
    public ExpertDomain Domain { get; init; }

    /// <summary>议程; a meeting has one.</summary>
    public string Agenda { get; init; } = "";

    /// <summary>会议纪要 or what was said and agreed; empty until written.</summary>
    public string Minutes { get; init; } = "";

    /// <summary>Arranged quizzes before and after it; empty: none.</summary>
    public string PreQuizSlug { get; init; } = "";
    public string PostQuizSlug { get; init; } = "";

    /// <summary>In the order of time.</summary>
    public required IReadOnlyList<HalfDay> HalfDays { get; init; }

    public DateOnly FirstDay => HalfDays.Min(half => half.Day);

    public DateOnly LastDay => HalfDays.Max(half => half.Day);

    /// <param name="cycle">First and last day (both included) of the programme's cycle; null without programme.</param>
    public IEnumerable<SessionFault> Faults((DateOnly From, DateOnly Until)? cycle)
    {
        (bool IsWrong, SessionFault Fault)[] found =
        [
            (HalfDays.Count is 0, SessionFault.NoHalfDay),
            (HalfDays.Count > MostHalfDays, SessionFault.TooManyHalfDays),
            (HalfDays.DistinctBy(half => (half.Day, half.Half)).Count() < HalfDays.Count, SessionFault.SameHalfTwice),
            (HalfDays.Any(half => half.Ends <= half.Begins), SessionFault.EndsBeforeBegins),
            (HalfDays.GroupBy(half => half.Day).Any(Overlap), SessionFault.HalvesOverlap),
            (Seats is < 1 or > MostSeats, SessionFault.SeatsOutOfRange),
            (HoursPerHalfDay is < 0 or > MostHours, SessionFault.HoursOutOfRange),
            (HalfDaysNeeded < 1 || HalfDaysNeeded > Math.Max(1, HalfDays.Count), SessionFault.NeededOutOfRange),
            (Kind is SessionKind.Meeting && Agenda.Length is 0, SessionFault.NoAgenda),
            (cycle is var (from, until) && HalfDays.Count > 0 && (LastDay < from || until < LastDay), SessionFault.OutsideCycle),
            (PreQuizSlug.Length > 0 && string.Equals(PreQuizSlug, PostQuizSlug, StringComparison.Ordinal), SessionFault.SameQuizTwice),
        ];
        return found.Where(one => one.IsWrong).Select(one => one.Fault);
    }

    /// <summary>These terms where somebody has signed in already: what decides about credit stays as it was agreed; title, place, lecturer, seats and texts may change.</summary>
    public SessionTerms WithCreditOf(SessionTerms agreed) => this with
    {
        HalfDays = agreed.HalfDays,
        HoursPerHalfDay = agreed.HoursPerHalfDay,
        HalfDaysNeeded = agreed.HalfDaysNeeded,
        AsksSecondScan = agreed.AsksSecondScan,
        ProgrammeId = agreed.ProgrammeId,
        CourseSlug = agreed.CourseSlug,
        Domain = agreed.Domain,
    };

    /// <summary>Whether those who were called must be told: time or place is another one.</summary>
    public bool IsMovedFrom(SessionTerms agreed) =>
        !string.Equals(Place, agreed.Place, StringComparison.Ordinal) || !HalfDays.SequenceEqual(agreed.HalfDays);

    /// <summary>These terms so many days later, for the next batch. Minutes are of the batch that met.</summary>
    public SessionTerms Later(int days) => this with { Minutes = "", HalfDays = [.. HalfDays.Select(half => half with { Day = half.Day.AddDays(days) })] };

    private static bool Overlap(IEnumerable<HalfDay> ofDay)
    {
        var inOrder = ofDay.OrderBy(half => half.Half).ToList();
        return inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.Second.Begins < pair.First.Ends);
    }
}
