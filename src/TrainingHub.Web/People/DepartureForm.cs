namespace TrainingHub.People;

/// <param name="PersonId">Who leaves.</param>
/// <param name="Name">Their name.</param>
/// <param name="Posts">Those that end with it.</param>
/// <param name="HiddenPosts">Posts out of the reader's reach: they go on.</param>
/// <param name="Input">As typed.</param>
public sealed record DepartureForm(Guid PersonId, string Name, IReadOnlyList<PersonPost> Posts, int HiddenPosts, DepartureInput Input);
