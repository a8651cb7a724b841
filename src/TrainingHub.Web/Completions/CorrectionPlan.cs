using TrainingHub.Programmes;
using TrainingHub.Records;

namespace TrainingHub.Completions;

/// <summary>What correcting a paper revokes and appends.</summary>
/// <param name="Revokes">Records in force that no longer say what the paper says.</param>
/// <param name="Appends">What is entered in their place, or for the first time.</param>
public sealed record CorrectionPlan(IReadOnlyList<TrainingRecord> Revokes, IReadOnlyList<CorrectionPlan.Entry> Appends)
{
    public sealed record Entry(Completion Completion, Programme Programme, ProgrammeRule Rule);
}
