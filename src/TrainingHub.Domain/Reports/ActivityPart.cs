namespace TrainingHub.Reports;

/// <summary>What was done in a report's days, by the unit and all below it.</summary>
public sealed record ActivityPart
{
    /// <summary>Sessions closed whose last day lies in the period.</summary>
    public required int Sessions { get; init; }

    /// <summary>People present at them, each once however many they attended.</summary>
    public required int PeoplePresent { get; init; }

    /// <summary>People of the units with a training record completed in the period and not revoked, each once.</summary>
    public required int PeopleTrained { get; init; }

    /// <summary>Such records.</summary>
    public required int Records { get; init; }

    /// <summary>Credit of those records in whole minutes; an hour of credit (学时) has 45.</summary>
    public required int CreditMinutes { get; init; }

    /// <summary>The latest sessions, at most <see cref="MostListed"/>, by day.</summary>
    public IReadOnlyList<SessionPart> Listed { get; init; } = [];

    /// <summary>Figures filed on paper that stood at the report's moment; null in reports that were counted before these were kept.</summary>
    public IReadOnlyList<FiledFigure>? Filed { get; init; }

    public const int MostListed = 200;
}
