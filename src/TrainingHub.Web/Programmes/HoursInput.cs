namespace TrainingHub.Programmes;

/// <summary>Hours of one domain in the form of a programme.</summary>
public sealed record HoursInput
{
    /// <summary>None: of whatever content.</summary>
    public ExpertDomain Domain { get; init; }

    /// <summary>Whole 学时; null or 0: none are asked.</summary>
    public int? Hours { get; init; }

    /// <summary>Slugs of the courses whose hours belong to the domain.</summary>
    public string[] Courses { get; init => field = [.. value.Where(slug => !string.IsNullOrWhiteSpace(slug))]; } = [];
}
