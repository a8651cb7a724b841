namespace TrainingHub.Quizzes;

/// <summary>What a browser sends of one item; whether the attempt is the person's, open and in time is decided where it is written.</summary>
/// <param name="AttemptId">The attempt.</param>
/// <param name="PersonId">Who sends it.</param>
/// <param name="Item">From 1.</param>
/// <param name="Version">From 1, counted by the browser.</param>
/// <param name="Device">The mark of the browser that sends it.</param>
/// <param name="Choice">Letters as displayed, ascending; empty takes the answer back.</param>
public sealed record AnswerToSave(Guid AttemptId, Guid PersonId, int Item, int Version, string Device, string Choice);
