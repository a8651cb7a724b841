namespace TrainingHub.People.Imports;

/// <summary>
/// An entry of the catalogue that the units may use. Spellings are folded: name, English name, code and aliases.
/// An own one is kept by a bureau above the units and wins over a shipped entry that is spelt the same.
/// </summary>
public sealed record KnownPosition(Guid Id, string Name, IReadOnlyList<string> Spellings, bool IsOwn);
