using System.ComponentModel.DataAnnotations;
using System.Globalization;
using TrainingHub.Contests.Awards;

namespace TrainingHub.Contests.Open;

/// <summary>The ranking of an open contest, as a form sends it.</summary>
public sealed record OpenInput
{
    /// <summary>Slug of the quiz; asked of a new contest only.</summary>
    public string? Quiz { get; init; }

    [Required(ErrorMessage = "Bad_Best"), Range(1, OpenTerms.MostBest, ErrorMessage = "Bad_Best")]
    public int? BestCount { get; init; } = 3;

    /// <summary>Upper ends of the groups, as typed: 30, 100.</summary>
    [StringLength(60, ErrorMessage = "Bad_Edges")]
    public string? Edges { get; init; }

    [Required(ErrorMessage = "Bad_Floor"), Range(0, OpenTerms.MostSeconds, ErrorMessage = "Bad_Floor")]
    public int? SecondsFloor { get; init; } = 3;

    public PrizesInput Prizes { get; init; } = new();

    /// <summary>The version that the form shows.</summary>
    public int Version { get; init; }

    public static OpenInput Of(OpenContest contest) => new()
    {
        BestCount = contest.BestCount,
        Edges = contest.Edges.Replace(",", ", ", StringComparison.Ordinal),
        SecondsFloor = contest.SecondsFloor,
        Prizes = PrizesInput.Of(contest.Terms.Prizes),
        Version = contest.Version,
    };

    /// <summary>Null where the edges cannot be read or do not rise.</summary>
    internal OpenTerms? ToTerms()
    {
        var typed = (Edges ?? "").Split([',', '，', '、', ' ', ';', '；'], StringSplitOptions.RemoveEmptyEntries);
        var edges = new List<int>();
        foreach (var one in typed)
        {
            if (!int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var edge))
            {
                return null;
            }

            edges.Add(edge);
        }

        var terms = new OpenTerms { BestCount = BestCount ?? 0, Edges = edges, SecondsFloor = SecondsFloor ?? 0, Prizes = Prizes.ToCounts() };
        return terms.IsSound ? terms : null;
    }
}
