namespace TrainingHub.People.Imports;

/// <summary>A list of organizations that was uploaded: looked at, then written or given up. Its rows are kept until then.</summary>
public sealed class UnitListImport
{
    public required Guid Id { get; init; }

    /// <summary>Random code by which it is addressed.</summary>
    public required string Number { get; init; }

    /// <summary>The unit below which the listed ones stand.</summary>
    public required Guid OrganizationId { get; init; }
    public required string FileName { get; init; }
    public required DateTime UploadedAt { get; init; }
    public required Guid UploadedBy { get; init; }

    /// <summary>From which day changes of units hold that are there already.</summary>
    public required DateOnly EffectiveDay { get; init; }
    public required int Rows { get; init; }

    /// <summary>The rows, packed; empty once it is written or given up.</summary>
    public required byte[] Content { get; set; }

    /// <summary>Preview, Applied or Abandoned; a concurrency token.</summary>
    public ImportState State { get; set; } = ImportState.Preview;
    public DateTime? EndedAt { get; set; }

    /// <summary>How many units were added and changed, and how many rows were not written.</summary>
    public int Added { get; set; }
    public int Changed { get; set; }
    public int NotWritten { get; set; }
}
