namespace TrainingHub.Sessions.Plans;

/// <summary>A proposal as it is kept: names are looked up when it is read, so that they stand in one table alone.</summary>
/// <param name="Rows">Without names and staff numbers.</param>
/// <param name="Lines">Its batches.</param>
/// <param name="Faults">Rules that are broken.</param>
/// <param name="IsCut">Whether more are owed than a plan takes.</param>
internal sealed record KeptContent(IReadOnlyList<PlanRow> Rows, IReadOnlyList<KeptContent.Line> Lines, IReadOnlyList<PlanFault> Faults, bool IsCut)
{
    public static KeptContent Of(PlanProposal proposal) => new(
        [.. proposal.Rows.Select(row => row with { Name = "", StaffNumber = null })],
        [.. proposal.Batches.Select(batch => new Line(batch.Number, batch.Facts.Place, batch.Facts.IsForeign, batch.Facts.Seen, batch.Called, batch.New))],
        [.. proposal.Faults.Select(one => one.Fault)],
        proposal.IsCut);

    /// <param name="Number">Of the batch.</param>
    /// <param name="Place">Where.</param>
    /// <param name="IsForeign">Whether others keep its session.</param>
    /// <param name="Seen">As the planner saw it.</param>
    /// <param name="Called">On its list already.</param>
    /// <param name="New">Proposed.</param>
    internal sealed record Line(int Number, string Place, bool IsForeign, PlanBatch Seen, int Called, int New);
}
