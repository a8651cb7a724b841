namespace TrainingHub.Standards;

/// <summary>Something found by a search.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Group">The edition or course.</param>
/// <param name="Key">Which clause, lesson or question of it.</param>
/// <param name="Title">As it was entered.</param>
/// <param name="ReadersId">The unit whose people alone may see it; null for everybody.</param>
/// <param name="Id">Of the entry.</param>
/// <param name="Rank">The lower the better.</param>
public sealed record SearchHit(SearchKind Kind, string Group, string Key, string Title, Guid? ReadersId, long Id, double Rank);
