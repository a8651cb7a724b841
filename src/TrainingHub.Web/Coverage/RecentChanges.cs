namespace TrainingHub.Coverage;

/// <summary>What moved in the thirty days up to the cut-off day.</summary>
/// <param name="Begun">Posts of the population that began.</param>
/// <param name="Ended">Posts of the population that ended.</param>
/// <param name="Excluded">Exclusions that began.</param>
public sealed record RecentChanges(int Begun, int Ended, int Excluded);
