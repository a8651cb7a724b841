namespace TrainingHub.Contests.Speeches;

/// <summary>A criterion, as a form sends it; without a name it is none.</summary>
public sealed record CriterionInput
{
    public string? Name { get; init => field = string.IsNullOrWhiteSpace(value) ? null : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)); }
    public int? Weight { get; init; }
}
