using TrainingHub.Hosting;

namespace TrainingHub.People.Imports;

/// <summary>One import: what it will do, does or did.</summary>
/// <param name="Earlier">Number of an earlier import of the very same file that was written; null when there is none.</param>
public sealed record ImportPage(
    RosterImport Import, ImportTab Tab, IReadOnlyList<ImportRowLine> Rows, Pages Pages, IReadOnlyList<ImportRowLine> Examples, string? Earlier, bool HasSeveralSheets)
{
    /// <summary>How the rows are sorted.</summary>
    public required (ImportRowSort Column, bool IsDown) Order { get; init; }

    /// <summary>What the rows of the list are searched for; null for nothing.</summary>
    public string? Q { get; init; }

    /// <summary>What the sheets say that was not read.</summary>
    public IReadOnlyList<ReadNote> Notes { get; init; } = [];

    /// <summary>How many leaves it adds, changes and ends earlier.</summary>
    public (int Added, int Changed, int Ended) Leaves { get; init; }

    /// <summary>Names of the units that were named for it.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>How many units it speaks for, those below included.</summary>
    public required int UnitsSpokenFor { get; init; }

    /// <summary>Names in the file that may mean a unit.</summary>
    public required IReadOnlyList<UnitQuestion> UnitQuestions { get; init; }

    /// <summary>Words of the file for posts and employment that are unknown.</summary>
    public required IReadOnlyList<WordQuestion> WordQuestions { get; init; }

    /// <summary>The posts among which one is chosen for such a word.</summary>
    public required IReadOnlyList<KnownPosition> Positions { get; init; }

    /// <summary>How many words are remembered for the unit.</summary>
    public required int KnownWords { get; init; }

    /// <summary>Names in the file and the units that a person said they mean.</summary>
    public required IReadOnlyList<(string Written, string Unit)> UnitMeanings { get; init; }

    /// <summary>Whether it ended with items that are not written: then the lists say of each whether it is.</summary>
    public bool IsHalf => Import.IsHalf;

    /// <summary>The preview that was looked at: writing refers to it, so that nobody agrees to what has changed since.</summary>
    public long Version => Import.Version;

    public int CountOf(ImportTab tab) => tab switch
    {
        ImportTab.Refused => Import.NotWritten,
        ImportTab.Added => Import.Added,
        ImportTab.Changed => Import.Changed,
        ImportTab.Ended => Import.Ended + Import.AbsentPosts,
        _ => Import.Unchanged,
    };
}
