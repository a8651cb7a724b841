namespace TrainingHub.Programmes;

/// <summary>What a programme is called, and what completes it and how it runs from a day on.</summary>
public sealed record ProgrammeChange
{
    public required string Name { get; init; }
    public string? NameEn { get; init; }

    /// <summary>The policy document that it carries out; null: none.</summary>
    public PolicyPreset? Policy { get; init; }
    public required ProgrammeDemand Demand { get; init; }
    public required ProgrammeFrame Frame { get; init; }

    /// <summary>First day of the demand (included).</summary>
    public required DateOnly From { get; init; }
    public string? Reason { get; init; }

    /// <summary>The mark of what the form was made from.</summary>
    public required string Version { get; init; }
}
