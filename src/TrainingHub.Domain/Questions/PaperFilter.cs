namespace TrainingHub.Questions;

/// <summary>From which questions a section draws; what is null is not asked.</summary>
public sealed record PaperFilter
{
    public const int Easiest = 1;
    public const int Hardest = 3;

    /// <summary>题型.</summary>
    public QuestionKind? Kind { get; init; }

    /// <summary>A tag or knowledge point that the question bears.</summary>
    public string? Tag { get; init; }

    /// <summary>Slug of the standard that a clause of the basis names, in any edition.</summary>
    public string? Standard { get; init; }

    /// <summary>Number of a clause of that standard; what stands below it is included: 4.2 takes 4.2.1 as well.</summary>
    public string? Clause { get; init; }

    /// <summary>1 to 3 (included).</summary>
    public int From { get; init; } = Easiest;

    /// <summary>1 to 3 (included).</summary>
    public int Until { get; init; } = Hardest;

    /// <summary>Slug of the course; empty for the question banks.</summary>
    public string? Source { get; init; }

    /// <summary>A folder of a bank; what lies in folders below it is included.</summary>
    public Guid? Folder { get; init; }

    public bool Takes(PaperCandidate candidate) => IsFor(candidate.Question.Difficulty) && IsAbout(candidate);

    /// <summary>Whether something as hard as this is asked for.</summary>
    public bool IsFor(int difficulty) => From <= difficulty && difficulty <= Until;

    /// <summary>Whether it is what is asked for, however hard it is.</summary>
    public bool IsAbout(PaperCandidate candidate)
    {
        var question = candidate.Question;
        return (Kind is null || question.Prompt.Kind == Kind)
            && (Source is null || string.Equals(Source, candidate.Source, StringComparison.Ordinal))
            && (Folder is not { } folder || candidate.Folders.Contains(folder))
            && (Tag is null || candidate.Tags.Contains(Tag, StringComparer.OrdinalIgnoreCase))
            && (Standard is null || question.Key.Bases.Any(RestsOnStandard));
    }

    private bool RestsOnStandard(Basis basis) => basis switch
    {
        Basis.OfClause clause => string.Equals(clause.StandardSlug, Standard, StringComparison.Ordinal) && (Clause is null || IsWithin(clause.ClauseNumber, Clause)),
        Basis.OfStatement said => Clause is null && string.Equals(said.StandardSlug, Standard, StringComparison.Ordinal),
        _ => false,
    };

    // 4.20 does not stand below 4.2.
    private static bool IsWithin(string number, string above) =>
        number.StartsWith(above, StringComparison.Ordinal) && (number.Length == above.Length || !char.IsLetterOrDigit(number[above.Length]));
}
