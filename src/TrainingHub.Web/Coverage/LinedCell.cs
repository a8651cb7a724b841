using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>A cell of a target or of a snapshot, and the line of the page into which it is summed.</summary>
/// <typeparam name="TUnit">How units are told apart.</typeparam>
internal sealed class LinedCell<TUnit>
{
    /// <summary>The unit directly below the one that is shown, above or at the cell's own; the one that is shown for its own posts.</summary>
    public required TUnit Line { get; init; }
    public required TUnit Unit { get; init; }
    public required CorePosition Position { get; init; }
    public required int Counted { get; init; }
    public required int Covered { get; init; }
    public required int Excluded { get; init; }
    public required int Elsewhere { get; init; }
    public required DeclaredState Declared { get; init; }
}
