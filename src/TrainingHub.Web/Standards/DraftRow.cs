using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>A draft in the list.</summary>
/// <param name="Last">Who saved it last, and when.</param>
public sealed record DraftRow(Guid Id, string Title, string Edition, StandardKind Kind, EditionReaders Readers, string Unit, LastChange Last);
