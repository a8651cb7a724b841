namespace TrainingHub.Sessions;

/// <summary>半天: the smallest part of a session for which somebody is present or not. Times are of the zone.</summary>
/// <param name="Day">The day.</param>
/// <param name="Half">Morning or afternoon; each at most once a day.</param>
/// <param name="Begins">When it begins.</param>
/// <param name="Ends">When it ends, after it begins.</param>
public sealed record HalfDay(DateOnly Day, HalfOfDay Half, TimeOnly Begins, TimeOnly Ends);
