using TrainingHub.Storage;

namespace TrainingHub.Quizzes;

/// <summary>
/// Rows in the queue: of a paper that is started, or of one that is handed in. Its outcome is whether they were written: false when a unique index
/// refused the first of them, or when the last changed no row; then nothing was written.
/// </summary>
/// <param name="commands">In this order. Only the first may be refused: the rest would stay behind.</param>
/// <param name="locked">The attempt whose answers must not change meanwhile; null for one that nobody has seen yet.</param>
/// <param name="cancel">Ends the waiting.</param>
public sealed class PendingRows(IReadOnlyList<RowCommand> commands, Attempt? locked, CancellationToken cancel) : PendingWrite<bool>(cancel)
{
    public IReadOnlyList<RowCommand> Commands { get; } = commands;

    public Attempt? Locked { get; } = locked;
}
