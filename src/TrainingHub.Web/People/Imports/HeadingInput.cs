namespace TrainingHub.People.Imports;

/// <summary>What a heading of the file means, as whoever uploads it says.</summary>
public sealed record HeadingInput
{
    public RosterColumn Column { get; init; }

    /// <summary>As the file writes it; blank: nothing is said.</summary>
    public string Heading { get; init => field = value?.Trim() ?? ""; } = "";
}
