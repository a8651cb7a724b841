namespace TrainingHub.Transcripts;

/// <summary>Whose paper it is.</summary>
/// <param name="Name">Null once anonymized.</param>
/// <param name="Unit">Of the main post of today, else of the last; empty: none.</param>
/// <param name="Post">In the reader's language.</param>
public sealed record PersonHead(Guid Id, string? Name, string Unit, string Post);
