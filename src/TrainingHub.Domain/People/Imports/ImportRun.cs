namespace TrainingHub.People.Imports;

/// <summary>A file that was uploaded, from its upload to what came of it: what rosters and lists of organizations have in common for whoever works them off.</summary>
public abstract class ImportRun
{
    public required Guid Id { get; init; }

    /// <summary>Short random code used in addresses and in the reason of the facts it wrote; unique among those of its kind.</summary>
    public required string Number { get; init; }
    public required string FileName { get; init; }
    public required Guid UploadedBy { get; init; }
    public required DateTime UploadedAt { get; init; }

    /// <summary>A concurrency token.</summary>
    public ImportState State { get; set; }

    /// <summary>Rows of the file.</summary>
    public required int Rows { get; init; }

    /// <summary>How many items are read or written so far; those are written in a fixed order, so that this tells which.</summary>
    public int Done { get; set; }

    /// <summary>What was done before <see cref="StartedAt"/>: an import that was stopped goes on from there.</summary>
    public int DoneBefore { get; set; }

    /// <summary>Rows that turned out to be changed by somebody else when they were to be written.</summary>
    public int RefusedLate { get; set; }
    public Guid? ConfirmedBy { get; set; }

    /// <summary>When the writing began or, after a stop, went on, UTC; null as long as nobody let it be written.</summary>
    public DateTime? StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>Process that works on it, and until when others keep off, UTC.</summary>
    public string? LeaseOwner { get; set; }
    public DateTime? LeasedUntil { get; set; }
    public int Faults { get; set; }

    /// <summary>Items that writing will change.</summary>
    public abstract int ToWrite { get; }

    /// <summary>Items still to be written.</summary>
    public int Left => Math.Max(ToWrite - Done, 0);

    /// <summary>Whether it stands still with something written or to be written: stopped by a person, or after repeated faults.</summary>
    public bool IsHalf => State is ImportState.Stopped or ImportState.Failed && StartedAt is not null;
}
