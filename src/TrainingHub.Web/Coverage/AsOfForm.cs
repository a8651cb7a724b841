namespace TrainingHub.Coverage;

/// <summary>The fields in which a past day is asked for, and what a page of one says on top.</summary>
public sealed record AsOfForm
{
    public required TargetSummary Target { get; init; }
    public required UnitChoice Unit { get; init; }

    /// <summary>Where the form goes, without parameters.</summary>
    public required string Action { get; init; }

    /// <summary>Parameters that stay.</summary>
    public required IReadOnlyList<(string Name, string? Value)> Kept { get; init; }

    /// <summary>As they were typed.</summary>
    public string? Day { get; init; }
    public string? Moment { get; init; }
    public AsOfFault? Fault { get; init; }
    public bool IsPast { get; init; }

    /// <summary>The same page as of now.</summary>
    public string Today => Action + "?" + string.Join('&', Kept.Where(pair => pair.Value is { Length: > 0 }).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value ?? "")}"));

    /// <summary>What links of a page of the past add to their addresses.</summary>
    public static string Query(bool isPast, string? day, string? moment) => !isPast ? "" : string.Concat(
        day is { Length: > 0 } ? "&day=" + Uri.EscapeDataString(day) : "", moment is { Length: > 0 } ? "&moment=" + Uri.EscapeDataString(moment) : "");
}
