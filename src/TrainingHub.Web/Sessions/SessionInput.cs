using System.ComponentModel.DataAnnotations;
using TrainingHub.Programmes;

namespace TrainingHub.Sessions;

/// <summary>The form of a session. Days and times are of the zone.</summary>
public sealed record SessionInput
{
    [Required(ErrorMessage = "Required_Title"), StringLength(SessionTerms.LongestTitle, ErrorMessage = "TooLong_Title")]
    public string Title { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>Code of the unit that holds it; asked of a new one only.</summary>
    public string? Organization { get; init; }
    public SessionKind Kind { get; init; } = SessionKind.Lecture;

    [Required(ErrorMessage = "Required_Place"), StringLength(SessionTerms.LongestPlace, ErrorMessage = "TooLong_Place")]
    public string Place { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(SessionTerms.LongestLecturer, ErrorMessage = "TooLong_Lecturer")]
    public string Lecturer { get; init => field = value?.Trim() ?? ""; } = "";

    [Required(ErrorMessage = "Fault_SeatsOutOfRange")]
    public int? Seats { get; init; }

    [Required(ErrorMessage = "Fault_HoursOutOfRange")]
    public int? HoursPerHalfDay { get; init; }

    [Required(ErrorMessage = "Fault_NeededOutOfRange")]
    public int? HalfDaysNeeded { get; init; } = 1;
    public bool AsksSecondScan { get; init; }

    /// <summary>Slug of the programme; empty: none.</summary>
    public string? Programme { get; init; }

    /// <summary>Slug of the course; empty: none.</summary>
    public string? Course { get; init; }

    public ExpertDomain Domain { get; init; }

    [StringLength(SessionTerms.LongestAgenda, ErrorMessage = "TooLong_Agenda")]
    public string Agenda { get; init => field = value?.Trim().ReplaceLineEndings("\n") ?? ""; } = "";

    [StringLength(SessionTerms.LongestMinutes, ErrorMessage = "TooLong_Minutes")]
    public string Minutes { get; init => field = value?.Trim().ReplaceLineEndings("\n") ?? ""; } = "";
    public string? PreQuiz { get; init; }
    public string? PostQuiz { get; init; }

    [MaxLength(SessionTerms.MostHalfDays + 4, ErrorMessage = "Fault_TooManyHalfDays")]
    public HalfDayInput[] HalfDays { get; init => field = [.. value.OfType<HalfDayInput>()]; } = [];

    /// <summary>The version that the form shows.</summary>
    public int Version { get; init; }

    internal IEnumerable<HalfDayInput> Filled => HalfDays.Where(half => half.Day is not null);

    internal static SessionInput Of(TrainingSession session, SessionTerms terms, string? programme) => new()
    {
        Title = terms.Title,
        Kind = terms.Kind,
        Place = terms.Place,
        Lecturer = terms.Lecturer,
        Seats = terms.Seats,
        HoursPerHalfDay = terms.HoursPerHalfDay,
        HalfDaysNeeded = terms.HalfDaysNeeded,
        AsksSecondScan = terms.AsksSecondScan,
        Programme = programme,
        Course = terms.CourseSlug,
        Domain = terms.Domain,
        Agenda = terms.Agenda,
        Minutes = terms.Minutes,
        PreQuiz = terms.PreQuizSlug,
        PostQuiz = terms.PostQuizSlug,
        HalfDays = [.. terms.HalfDays.Select(HalfDayInput.Of)],
        Version = session.Version,
    };

    /// <summary>The terms; null where a half-day cannot be read or a choice is none of those offered.</summary>
    internal SessionTerms? ToTerms(SessionChoices offered)
    {
        var programme = offered.Programmes.FirstOrDefault(one => string.Equals(one.Slug, Programme, StringComparison.Ordinal));
        var halves = Filled.Select(half => half.Read()).ToList();
        return !Enum.IsDefined(Kind) || !Enum.IsDefined(Domain) || Domain is ExpertDomain.All || (programme is null && !string.IsNullOrEmpty(Programme)) || halves.Contains(null)
            || !Among(Course, offered.Courses.Select(course => course.Slug)) || !Among(PreQuiz, offered.Quizzes.Select(quiz => quiz.Slug)) || !Among(PostQuiz, offered.Quizzes.Select(quiz => quiz.Slug))
            ? null
            : new SessionTerms
            {
                Title = Title,
                Kind = Kind,
                Place = Place,
                Lecturer = Lecturer,
                Seats = Seats ?? 0,
                HoursPerHalfDay = HoursPerHalfDay ?? -1,
                HalfDaysNeeded = HalfDaysNeeded ?? 0,
                AsksSecondScan = AsksSecondScan,
                ProgrammeId = programme?.Id,
                CourseSlug = Course ?? "",
                Domain = Domain,
                Agenda = Agenda,
                Minutes = Minutes,
                PreQuizSlug = PreQuiz ?? "",
                PostQuizSlug = PostQuiz ?? "",
                HalfDays = [.. halves.OfType<HalfDay>().OrderBy(half => half.Day).ThenBy(half => half.Half)],
            };
    }

    private static bool Among(string? chosen, IEnumerable<string> offered) => string.IsNullOrEmpty(chosen) || offered.Contains(chosen, StringComparer.Ordinal);
}
