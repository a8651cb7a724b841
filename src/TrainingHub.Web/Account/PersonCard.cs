namespace TrainingHub.Account;

/// <summary>The two facts about the reader that every page shows.</summary>
public sealed record PersonCard(string Name, string Organization);
