namespace TrainingHub.People.Imports;

/// <summary>名册导入: one file, from its upload to what came of it.</summary>
public sealed class RosterImport
{
    public required Guid Id { get; init; }

    /// <summary>Short code used in addresses and as the reason of the facts it wrote; unique.</summary>
    public required string Number { get; init; }
    public required string FileName { get; init; }

    /// <summary>Lower-case hex SHA-256 of the file, which itself is never kept.</summary>
    public required string FileHash { get; init; }
    public required Guid UploadedBy { get; init; }
    public required DateTime UploadedAt { get; init; }

    /// <summary>The unit it speaks for, the first when there are several; the others are <see cref="RosterImportUnit"/>s.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>Whether it also speaks for all units below them.</summary>
    public required bool IncludesBelow { get; init; }
    public required DateOnly EffectiveDay { get; init; }
    public required DateOnly PresumedStart { get; init; }
    public required ImportMode Mode { get; init; }

    /// <summary>Columns with identity numbers that were left behind, separated by line feeds.</summary>
    public string DroppedColumns { get; init; } = "";

    /// <summary>Sheets that were not read, separated by line feeds.</summary>
    public string SkippedSheets { get; init; } = "";

    /// <summary><see cref="ReadNote"/>s as JSON.</summary>
    public string Notes { get; init; } = "[]";

    public ImportState State { get; set; } = ImportState.Reading;

    /// <summary>Rows of the file: the sum of the six verdicts.</summary>
    public required int Rows { get; init; }
    public int Added { get; set; }
    public int Changed { get; set; }
    public int Ended { get; set; }
    public int Unchanged { get; set; }
    public int Refused { get; set; }
    public int Doubtful { get; set; }

    /// <summary>People whose posts end because the full list leaves them out; not rows of the file.</summary>
    public int AbsentPeople { get; set; }

    /// <summary>Posts that end because the full list leaves them out.</summary>
    public int AbsentPosts { get; set; }

    /// <summary>People who hold a post in the units on the effective day.</summary>
    public int PeopleBefore { get; set; }

    /// <summary>
    /// Rows compared so far while it is read; afterwards the items written so far. Rows are written in the order of their
    /// <see cref="RosterImportRow.Sequence"/>: those up to this number are written, the others are not.
    /// </summary>
    public int Done { get; set; }

    /// <summary>What was done before <see cref="StartedAt"/>: an import that was stopped goes on from there.</summary>
    public int DoneBefore { get; set; }

    /// <summary>When the latest end of a post was written, UTC; null before the first.</summary>
    public DateTime? EndedWrittenAt { get; set; }

    /// <summary>When the latest change was written, UTC; null before the first.</summary>
    public DateTime? ChangedWrittenAt { get; set; }

    /// <summary>When the latest new post was written, UTC; null before the first.</summary>
    public DateTime? AddedWrittenAt { get; set; }

    /// <summary>Rows that turned out to be changed by somebody else when they were to be written.</summary>
    public int RefusedLate { get; set; }

    /// <summary>What people said about doubtful rows, as JSON.</summary>
    public string Decisions { get; set; } = "[]";

    /// <summary><see cref="UnitMeaning"/>s that a person confirmed, as JSON.</summary>
    public string UnitMeanings { get; set; } = "[]";

    /// <summary>Instant of which the preview speaks, UTC; facts recorded later were not seen.</summary>
    public DateTime? PreparedAt { get; set; }
    public Guid? ConfirmedBy { get; set; }

    /// <summary>When the writing began or, after a stop, went on, UTC; null as long as nobody let it be written.</summary>
    public DateTime? StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>Process that works on it, and until when others keep off, UTC.</summary>
    public string? LeaseOwner { get; set; }
    public DateTime? LeasedUntil { get; set; }
    public int Faults { get; set; }

    /// <summary>Items that writing will change.</summary>
    public int ToWrite => Added + Changed + Ended + AbsentPosts;

    /// <summary>Items still to be written.</summary>
    public int Left => Math.Max(ToWrite - Done, 0);

    /// <summary>Rows of the file that will not be written for a fault or a doubt.</summary>
    public int NotWritten => Refused + Doubtful;

    /// <summary>
    /// How far each kind of item is, in the order of writing: the ends first, so that who moves within the file leaves before arriving.
    /// Items that turned out to be changed by somebody else count as done.
    /// </summary>
    public IReadOnlyList<KindProgress> Kinds()
    {
        var (ended, changed, added) = (Ended + AbsentPosts, Changed, Added);
        return
        [
            new KindProgress(RowVerdict.Ended, Math.Clamp(Done, 0, ended), ended, EndedWrittenAt),
            new KindProgress(RowVerdict.Changed, Math.Clamp(Done - ended, 0, changed), changed, ChangedWrittenAt),
            new KindProgress(RowVerdict.Added, Math.Clamp(Done - ended - changed, 0, added), added, AddedWrittenAt),
        ];
    }

    /// <summary>Whether so many people would be ended that their number has to be typed: more than 20, or more than 5 % of those in the units.</summary>
    public bool MustTypeNumber => AbsentPeople > 20 || AbsentPeople * 20 > PeopleBefore;

    /// <summary>What facts written by it give as their reason.</summary>
    public string Reason => $"名册导入{Number}";
}
