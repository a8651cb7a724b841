namespace TrainingHub.People.Imports;

/// <summary>名册导入: one file, from its upload to what came of it.</summary>
public sealed class RosterImport : ImportRun
{
    public RosterImport() => State = ImportState.Reading;

    /// <summary>Lower-case hex SHA-256 of the file, which itself is never kept.</summary>
    public required string FileHash { get; init; }

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

    /// <summary>Rows of the file by what becomes of them: the six are all of them.</summary>
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

    /// <summary>When the latest end of a post was written, UTC; null before the first.</summary>
    public DateTime? EndedWrittenAt { get; set; }

    /// <summary>When the latest change was written, UTC; null before the first.</summary>
    public DateTime? ChangedWrittenAt { get; set; }

    /// <summary>When the latest new post was written, UTC; null before the first.</summary>
    public DateTime? AddedWrittenAt { get; set; }

    /// <summary>What people said about doubtful rows, as JSON.</summary>
    public string Decisions { get; set; } = "[]";

    /// <summary><see cref="UnitMeaning"/>s that a person confirmed, as JSON.</summary>
    public string UnitMeanings { get; set; } = "[]";

    /// <summary><see cref="UnclearWord"/>s of the preview, as JSON.</summary>
    public string UnclearWords { get; set; } = "[]";

    /// <summary>Instant of which the preview speaks, UTC; facts recorded later were not seen.</summary>
    public DateTime? PreparedAt { get; set; }

    /// <summary>A mark of the preview, which a form made from it sends back.</summary>
    public long Version => PreparedAt?.Ticks ?? 0;

    /// <summary>Items in the order of their <see cref="RosterImportRow.Sequence"/>: those up to <see cref="ImportRun.Done"/> are written, the others are not.</summary>
    public override int ToWrite => Added + Changed + Ended + AbsentPosts;

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
