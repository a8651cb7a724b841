using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>
/// Counted and covered people of one target at one organization and post. There is a cell for every organization and post of the
/// population, also where nobody is counted. It holds from <see cref="Day"/> until the day before its organization's next <see cref="CoverageDue"/>.
/// </summary>
public sealed class CoverageCell
{
    public required Guid TargetId { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>Exactly one post.</summary>
    public required CorePosition Position { get; init; }

    /// <summary>The day for which the cell was counted.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>应训, people.</summary>
    public int Counted { get; set; }

    /// <summary>已训, people; never more than <see cref="Counted"/>.</summary>
    public int Covered { get; set; }

    /// <summary>免训, people; not part of <see cref="Counted"/>.</summary>
    public int Excluded { get; set; }

    /// <summary>People who hold the post here and count elsewhere.</summary>
    public int Elsewhere { get; set; }

    /// <summary>What is known of the post: holders on the roster outweigh what was said.</summary>
    public DeclaredState Declared { get; set; }
}
