namespace TrainingHub.People.Imports;

/// <summary>What a person said about a row whose human was in doubt.</summary>
/// <param name="Sheet">Sheet of the row.</param>
/// <param name="Number">Its number.</param>
/// <param name="PersonId">The one on the roster who is meant; null when it is somebody else.</param>
public sealed record RowDecision(string Sheet, int Number, Guid? PersonId);
