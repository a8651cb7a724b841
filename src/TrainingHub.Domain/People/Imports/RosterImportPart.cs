namespace TrainingHub.People.Imports;

/// <summary>Rows of a file as staged at the upload, already without identity numbers; of a list of organizations what was agreed for them. Deleted when the import ends.</summary>
public sealed class RosterImportPart
{
    public required Guid ImportId { get; init; }
    public required int Number { get; init; }

    /// <summary>Up to 500 <see cref="RosterRow"/>, or 50 <see cref="UnitPlan"/>, as packed JSON: a tenth of its size, so that a whole file is staged in one short transaction.</summary>
    public required byte[] Content { get; init; }
}
