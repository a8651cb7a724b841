using TrainingHub.Hosting;

namespace TrainingHub.Contests.Open;

/// <summary>An open contest: what it is, how it ranks, and its schools.</summary>
public sealed record OpenPage
{
    public required FoundOpen Found { get; init; }
    public required string OwnerName { get; init; }

    /// <summary>Null while results are not told to the reader.</summary>
    public required SeenRanking? Seen { get; init; }

    /// <summary>The reader's own place; null where they have none or it is not told.</summary>
    public required PersonRank? Mine { get; init; }

    /// <summary>The group shown; null where there is none.</summary>
    public required SchoolGroup? Group { get; init; }

    /// <summary>A part of the group.</summary>
    public required IReadOnlyList<SchoolRank> Rows { get; init; }
    public required Pages Pages { get; init; }

    /// <summary>Names of the units shown.</summary>
    public required IReadOnlyDictionary<Guid, string> Units { get; init; }

    /// <summary>The reader's school and its group; null where it has none.</summary>
    public required (SchoolGroup Group, SchoolRank School)? Own { get; init; }

    /// <summary>Programmes that passing the quiz counts for.</summary>
    public required IReadOnlyList<(string Name, string NameEn)> Programmes { get; init; }

    /// <summary>Whether the reader may answer.</summary>
    public required bool TakesPart { get; init; }

    /// <summary>统计日.</summary>
    public required DateOnly Day { get; init; }
}
