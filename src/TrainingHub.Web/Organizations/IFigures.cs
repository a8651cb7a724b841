namespace TrainingHub.Organizations;

/// <summary>
/// Whoever changes a fact that a figure counts says so here, in the same transaction, after saving. The folder Coverage, which stands to
/// the right and so cannot be called from here, keeps the figures.
/// </summary>
public interface IFigures
{
    /// <summary>Counts again wherever these people or organizations enter a figure, before or after the change. Joins the running transaction.</summary>
    Task CountAgainAsync(FactsChanged changed, CancellationToken cancel);

    /// <summary>
    /// For changes that reach many: marks organizations as due and leaves the counting to steps of their own, which whoever next looks at a
    /// figure waits for. Everybody who holds, held or will hold a post there is counted again. Joins the running transaction.
    /// </summary>
    Task CountSoonAsync(IReadOnlyCollection<Guid> organizations, CancellationToken cancel);
}
