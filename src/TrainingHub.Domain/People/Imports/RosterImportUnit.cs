namespace TrainingHub.People.Imports;

/// <summary>A further unit that an import speaks for, beside <see cref="RosterImport.OrganizationId"/>.</summary>
public sealed class RosterImportUnit
{
    public required Guid ImportId { get; init; }
    public required Guid OrganizationId { get; init; }
}
