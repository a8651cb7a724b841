namespace TrainingHub.Quizzes.Results;

/// <summary>How a quiz goes and went, for whoever runs it.</summary>
public sealed record ResultsPage
{
    public required string Slug { get; init; }
    public required string Title { get; init; }

    /// <summary>Code and name of the unit looked at; null for everybody in reach.</summary>
    public required (string Code, string Name)? Unit { get; init; }
    public required LiveFigures Live { get; init; }

    /// <summary>Which attempt of a person counts.</summary>
    public required CountingAttempt Counts { get; init; }

    /// <summary>People by the attempt that counts.</summary>
    public required IReadOnlyList<ScoreBand> Bands { get; init; }
    public required IReadOnlyList<UnitLine> Units { get; init; }

    /// <summary>Whether the reader may see keys, and with them the analysis of single questions.</summary>
    public required bool MaySeeKeys { get; init; }

    /// <param name="Code">Of the unit.</param>
    /// <param name="Name">Of the unit.</param>
    /// <param name="HasBelow">Whether other units stand below it; for the unit looked at itself false: its own people only.</param>
    /// <param name="People">Who started.</param>
    /// <param name="Open">Attempts going on.</param>
    /// <param name="HandedIn">People who handed in.</param>
    /// <param name="Passed">People who passed.</param>
    public sealed record UnitLine(string Code, string Name, bool HasBelow, int People, int Open, int HandedIn, int Passed);
}
