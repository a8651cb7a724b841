namespace TrainingHub.Programmes;

/// <summary>制定单位: an organization that sets programmes and targets.</summary>
public sealed record Setter(Guid Id, string Code, string Name);
