using TrainingHub.Hosting;

namespace TrainingHub.Sessions.Plans;

/// <summary>A plan with what it proposes.</summary>
public sealed record PlanPage
{
    public required PlanProposal Proposal { get; init; }
    public required PlanFilter Filter { get; init; }
    public required IReadOnlyList<PlanRow> Rows { get; init; }
    public required Pages Pages { get; init; }

    /// <summary>Planned sessions of the programme that have not begun and are not in the plan.</summary>
    public required IReadOnlyList<(string Code, string Title, int Batch, DateOnly FirstDay, string Place, int Seats)> Sessions { get; init; }

    /// <summary>Who applied it last; null where nobody did or the name is gone.</summary>
    public required string? AppliedBy { get; init; }

    /// <summary>What was typed, where it was refused.</summary>
    public BatchInput Batch { get; init; } = new() { Morning = true, Afternoon = true };
    public required PlanInput Terms { get; init; }

    public FoundPlan Found => Proposal.Found;
    public BatchPlan Plan => Proposal.Found.Plan;
}
