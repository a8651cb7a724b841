namespace TrainingHub.Standards;

/// <summary>Names one clause of one edition.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Number">As published: <c>第三条（一）第6项</c>.</param>
public sealed record ClauseName(EditionName Edition, string Number);
