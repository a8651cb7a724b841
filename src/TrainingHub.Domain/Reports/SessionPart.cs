namespace TrainingHub.Reports;

/// <summary>A session's row in a report.</summary>
/// <param name="Code">For addresses.</param>
/// <param name="Title">What it was called.</param>
/// <param name="UnitName">Who held it.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="Present">People present.</param>
public sealed record SessionPart(string Code, string Title, string UnitName, DateOnly LastDay, int Present);
