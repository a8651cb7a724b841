namespace TrainingHub.People.Imports;

/// <summary>An organization within the importer's reach, and whether the import speaks for it.</summary>
public sealed record KnownUnit(Guid Id, string Code, string Name, string FoldedName, bool IsSpokenFor);
