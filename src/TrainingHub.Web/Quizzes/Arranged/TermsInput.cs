using System.ComponentModel.DataAnnotations;
using System.Globalization;
using TrainingHub.People;
using TrainingHub.Questions;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>The form of an arranged quiz. Instants are of the zone.</summary>
public sealed record TermsInput
{
    private const int MostText = 8000;

    [Required(ErrorMessage = "Required_Title"), StringLength(QuizTerms.LongestTitle, ErrorMessage = "TooLong_Title")]
    public string Title { get; init => field = value?.Trim() ?? ""; } = "";

    public CorePosition[] Positions { get; init; } = [];

    [Required(ErrorMessage = "Required_Instant")]
    public DateTime? OpensAt { get; init; }

    [Required(ErrorMessage = "Required_Instant")]
    public DateTime? ClosesAt { get; init; }

    [Required(ErrorMessage = "Fault_MinutesOutOfRange")]
    public int? Minutes { get; init; }

    [Required(ErrorMessage = "Fault_PercentOutOfRange")]
    public int? PassPercent { get; init; }

    [Required(ErrorMessage = "Fault_AttemptsOutOfRange")]
    public int? AttemptsAllowed { get; init; }
    public CountingAttempt Counts { get; init; }
    public int? WaitMinutes { get; init; }
    public ReleaseMoment Score { get; init; }
    public ReleaseMoment Answers { get; init; }
    public ReleaseMoment Explanations { get; init; }
    public string[] Courses { get; init; } = [];
    public bool UsesBank { get; init; }
    public bool ShufflesQuestions { get; init; }
    public bool ShufflesOptions { get; init; }

    [MaxLength(PaperPlan.MostSections + 3, ErrorMessage = "Fault_TooManySections")]
    public SectionInput[] Sections { get; init; } = [];

    /// <summary>Questions that stand on every paper.</summary>
    [MaxLength(PaperPlan.MostDraws, ErrorMessage = "Fault_TooLong")]
    public FixedInput[] FixedRows { get; init; } = [];

    /// <summary>Questions that never stand on one paper.</summary>
    [MaxLength(PaperPlan.MostPairs, ErrorMessage = "Fault_TooManyPairs")]
    public PairInput[] PairRows { get; init; } = [];

    /// <summary>Words by which questions are looked for.</summary>
    [StringLength(80, ErrorMessage = "TooLong_Lines")]
    public string? Words { get; init; }

    /// <summary>Questions ticked among those found: they stand on every paper, each with <see cref="PickPoints"/>.</summary>
    [MaxLength(40, ErrorMessage = "Fault_TooLong")]
    public string[] Picks { get; init => field = [.. value.OfType<string>()]; } = [];
    public int? PickPoints { get; init; }

    /// <summary>More of them typed, one a line: <c>fire-safety/q12 5</c>.</summary>
    [StringLength(MostText, ErrorMessage = "TooLong_Lines")]
    public string? Fixed { get; init; }

    /// <summary>More of them typed, one pair a line: <c>fire-safety/q12 fire-safety/q13</c>.</summary>
    [StringLength(MostText, ErrorMessage = "TooLong_Lines")]
    public string? Forbidden { get; init; }

    /// <summary>The version that the form shows.</summary>
    public int Version { get; init; }

    public static TermsInput Of(ArrangedQuiz quiz, QuizTerms terms, DayClock clock) => new()
    {
        Title = terms.Title,
        Positions = [.. Enum.GetValues<CorePosition>().Where(post => int.PopCount((int)post) is 1 && (terms.Positions & post) != CorePosition.None)],
        OpensAt = clock.InZone(terms.OpensAt),
        ClosesAt = clock.InZone(terms.ClosesAt),
        Minutes = terms.Minutes,
        PassPercent = terms.PassPercent,
        AttemptsAllowed = terms.AttemptsAllowed,
        Counts = terms.Counts,
        WaitMinutes = terms.WaitMinutes,
        Score = terms.Release.Score,
        Answers = terms.Release.Answers,
        Explanations = terms.Release.Explanations,
        Courses = [.. terms.Courses],
        UsesBank = terms.UsesBank,
        ShufflesQuestions = terms.Plan.ShufflesQuestions,
        ShufflesOptions = terms.Plan.ShufflesOptions,
        Sections = [.. terms.Plan.Sections.Select(SectionInput.Of)],
        FixedRows = [.. terms.Plan.Fixed.Select(FixedInput.Of)],
        PairRows = [.. terms.Plan.Forbidden.Select(PairInput.Of)],
        Version = quiz.Version,
    };

    /// <summary>The terms; null where a day cannot be read or a choice is none of those offered.</summary>
    /// <param name="offered">Slugs of courses.</param>
    /// <param name="folders">Folders of banks.</param>
    /// <param name="clock">The zone.</param>
    internal QuizTerms? ToTerms(IReadOnlyCollection<string> offered, IReadOnlyCollection<Guid> folders, DayClock clock) =>
        Instant(OpensAt, clock) is not { } opensAt || Instant(ClosesAt, clock) is not { } closesAt
            || !Enum.IsDefined(Counts) || !Enum.IsDefined(Score) || !Enum.IsDefined(Answers) || !Enum.IsDefined(Explanations)
            || !Array.TrueForAll(Positions, post => Enum.IsDefined(post) && int.PopCount((int)post) is 1)
            || !Array.TrueForAll(Courses, course => offered.Contains(course, StringComparer.Ordinal))
            || Sections.Any(section => section.IsFolder && (section.FolderId is not { } folder || !folders.Contains(folder)))
            || FixedRows.Any(row => row.Read() is null) || PairRows.Any(row => row.Read() is null) || Picks.Any(pick => QuestionName.Parse(pick) is null)
            || Sections.Any(section => !Enum.IsDefined(section.Rule) || (section.Kind is { } kind && !Enum.IsDefined(kind)))
            ? null
            : new QuizTerms
            {
                Title = Title,
                Positions = Positions.Aggregate(CorePosition.None, (posts, post) => posts | post),
                OpensAt = opensAt,
                ClosesAt = closesAt,
                Minutes = Minutes ?? 0,
                PassPercent = PassPercent ?? 0,
                AttemptsAllowed = AttemptsAllowed ?? 0,
                Counts = Counts,
                WaitMinutes = WaitMinutes ?? 0,
                Release = new ReleasePolicy(Score, Answers, Explanations),
                Courses = [.. Courses.Distinct(StringComparer.Ordinal)],
                UsesBank = UsesBank || Sections.Any(section => section.Count is not null && section.IsOfBank),
                Plan = new PaperPlan
                {
                    Sections = [.. Sections.Where(section => section.Count is not null).Select(section => section.ToSection())],
                    Fixed = [.. FixedRows.Select(row => row.Read()).Concat(Lines(Fixed).Select(ReadFixed)).OfType<FixedQuestion>(), .. Picked()],
                    Forbidden = [.. PairRows.Select(row => row.Read()).Concat(Lines(Forbidden).Select(ReadPair)).OfType<ForbiddenPair>()],
                    ShufflesQuestions = ShufflesQuestions,
                    ShufflesOptions = ShufflesOptions,
                },
            };

    /// <summary>Lines that cannot be read, with the field they stand in.</summary>
    internal IEnumerable<(string Field, string Line)> BadLines() =>
        Lines(Fixed).Where(line => ReadFixed(line) is null).Select(line => (nameof(Fixed), line))
            .Concat(Lines(Forbidden).Where(line => ReadPair(line) is null).Select(line => (nameof(Forbidden), line)));

    /// <summary>The form with what was ticked put among the fixed questions, or in pairs that never meet; and without the row that was taken away.</summary>
    /// <param name="add"><c>Fixed</c> or <c>Pairs</c>; else nothing is put anywhere.</param>
    /// <param name="removeFixed">Row from 0; null: none.</param>
    /// <param name="removePair">Row from 0; null: none.</param>
    internal TermsInput With(string? add, int? removeFixed, int? removePair)
    {
        var names = Picks.Distinct(StringComparer.Ordinal).ToList();
        // Empty sections are shown anew each time.
        var kept = this with { Sections = [.. Sections.Where(section => section.Count is not null || section.Points is not null)] };
        return add switch
        {
            "Fixed" => kept with { FixedRows = [.. FixedRows, .. Picked().Select(FixedInput.Of)], Picks = [] },
            "Pairs" when names.Count > 1 => kept with
            {
                PairRows =
                [
                    .. PairRows,
                    .. names.SelectMany((first, at) => names.Skip(at + 1).Select(second => new PairInput { First = first, Second = second })).Except(PairRows),
                ],
                Picks = [],
            },
            _ => kept with
            {
                FixedRows = [.. FixedRows.Where((_, at) => at != removeFixed)],
                PairRows = [.. PairRows.Where((_, at) => at != removePair)],
            },
        };
    }

    /// <summary>Those ticked that are not fixed yet.</summary>
    private IEnumerable<FixedQuestion> Picked() =>
        Picks.Distinct(StringComparer.Ordinal).Where(pick => !FixedRows.Any(row => string.Equals(row.Name, pick, StringComparison.Ordinal)))
            .Select(QuestionName.Parse).OfType<QuestionName>().Select(name => new FixedQuestion(name, PickPoints ?? 0));

    private static string[] Lines(string? text) =>
        (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static FixedQuestion? ReadFixed(string line) =>
        WordsOf(line) is [var name, var points] && QuestionName.Parse(name) is { } question && int.TryParse(points, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new FixedQuestion(question, number)
            : null;

    private static ForbiddenPair? ReadPair(string line) =>
        WordsOf(line) is [var first, var second] && QuestionName.Parse(first) is { } one && QuestionName.Parse(second) is { } other ? new ForbiddenPair(one, other) : null;

    private static string[] WordsOf(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // Nobody arranges a quiz for another century, and no arithmetic on such an instant can overflow.
    private static DateTime? Instant(DateTime? zoned, DayClock clock) =>
        zoned is { Year: >= 2000 and < 2200 } at && DateTime.SpecifyKind(at, DateTimeKind.Unspecified) is var local && !clock.Zone.IsInvalidTime(local)
            ? TimeZoneInfo.ConvertTimeToUtc(local, clock.Zone)
            : null;
}
