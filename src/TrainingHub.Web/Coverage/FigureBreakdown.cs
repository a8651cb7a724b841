using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>A unit's figure by post and by what stands directly below it.</summary>
/// <typeparam name="TLine">What a line is about.</typeparam>
public sealed record FigureBreakdown<TLine>
{
    public required CoverageFigure Total { get; init; }

    /// <summary>In the order of the common core.</summary>
    public required IReadOnlyList<FigureRow<CorePosition>> Posts { get; init; }

    /// <summary>The units directly below, each with all that stands below it, and the unit itself where it keeps posts of its own. Together they are the total.</summary>
    public required List<FigureRow<TLine>> Units { get; init; }

    /// <summary>How many organizations of the population stand at the unit and below it.</summary>
    public required int UnitsCounted { get; init; }

    /// <summary>By stages and flags of the organizations; empty where they are not known.</summary>
    public IReadOnlyList<TraitSum> Traits { get; init; } = [];
}
