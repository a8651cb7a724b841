namespace TrainingHub.Contests;

/// <summary>The part of a page that sends mistakes.</summary>
/// <param name="Code">Of the contest.</param>
/// <param name="Sent">Until now, from 0.</param>
public sealed record MistakesPart(string Code, int Sent);
