using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>The sum of a line's cells of one post.</summary>
/// <typeparam name="TUnit">How units are told apart.</typeparam>
internal sealed class LinedPost<TUnit>
{
    public required TUnit Line { get; init; }
    public required CorePosition Position { get; init; }
    public required CoverageFigure Figure { get; init; }
}
