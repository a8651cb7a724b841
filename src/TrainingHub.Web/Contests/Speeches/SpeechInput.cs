using System.ComponentModel.DataAnnotations;
using TrainingHub.Contests.Awards;

namespace TrainingHub.Contests.Speeches;

/// <summary>The terms of a speech contest, as a form sends them.</summary>
public sealed record SpeechInput
{
    /// <summary>Code of the unit that holds it; asked of a new one only.</summary>
    public string? Organization { get; init; }

    [Required(ErrorMessage = "Required_Title"), StringLength(SpeechTerms.LongestTitle, ErrorMessage = "TooLong_Title")]
    public string Title { get; init => field = value?.Trim() ?? ""; } = "";

    [StringLength(SpeechTerms.LongestTheme, ErrorMessage = "TooLong_Theme")]
    public string? Theme { get; init => field = value?.Trim().ReplaceLineEndings("\n"); }

    [Required(ErrorMessage = "Required_Until")]
    public DateOnly? EntriesUntil { get; init; }

    [MaxLength(SpeechCriterion.Most, ErrorMessage = "Bad_Criteria")]
    public CriterionInput[] Criteria { get; init => field = [.. (value ?? []).OfType<CriterionInput>()]; } = [];

    [Required(ErrorMessage = "Bad_Drop"), Range(0, SpeechTerms.MostDropFrom, ErrorMessage = "Bad_Drop")]
    public int? DropFrom { get; init; } = 5;
    public bool ExcludesOwnUnit { get; init; }

    public PrizesInput Prizes { get; init; } = new();

    /// <summary>The version that the form shows.</summary>
    public int Version { get; init; }

    public static SpeechInput Of(SpeechContest contest) => new()
    {
        Title = contest.Title,
        Theme = contest.Theme,
        EntriesUntil = contest.EntriesUntil,
        Criteria = [.. contest.Terms.Criteria.Select(one => new CriterionInput { Name = one.Name, Weight = one.Weight })],
        DropFrom = contest.DropFrom,
        ExcludesOwnUnit = contest.ExcludesOwnUnit,
        Prizes = PrizesInput.Of(contest.Terms.Prizes),
        Version = contest.Version,
    };

    /// <summary>May be unsound.</summary>
    internal SpeechTerms ToTerms() => new()
    {
        Title = Title,
        Theme = Theme ?? "",
        EntriesUntil = EntriesUntil ?? default,
        Criteria = [.. Criteria.Where(one => one.Name is not null).Select(one => new SpeechCriterion(one.Name ?? "", one.Weight ?? 0))],
        DropFrom = DropFrom ?? 0,
        ExcludesOwnUnit = ExcludesOwnUnit,
        Prizes = Prizes.ToCounts(),
    };
}
