namespace TrainingHub.People.Imports;

/// <summary>What an import will do with one row, or with one post that the full list leaves out.</summary>
public sealed record RowPlan
{
    /// <summary>The row of the file; null for what a full list leaves out.</summary>
    public RosterRow? Row { get; init; }
    public required RowVerdict Verdict { get; init; }

    /// <summary>Everything that is wrong with the row; the first is what it is listed under.</summary>
    public IReadOnlyList<RowProblem> Problems { get; init; } = [];
    public RowProblem? Problem => Problems.Count > 0 ? Problems[0] : null;

    /// <summary>The person meant, for a new one the id given in advance; null when refused before anybody was found.</summary>
    public Guid? PersonId { get; init; }
    public bool IsNewPerson { get; init; }

    /// <summary>Who may be meant when a person has to say so.</summary>
    public Guid? CandidateId { get; init; }
    public string PersonName { get; init; } = "";

    public PostChange Change { get; init; }

    /// <summary>The row of the membership that changes; null when one is added.</summary>
    public Guid? PostId { get; init; }
    public Guid? OrganizationId { get; init; }
    public Guid? PositionId { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public Employment Employment { get; init; }
    public bool IsPrimary { get; init; }
    public bool IsStartPresumed { get; init; }
    public IReadOnlyList<FieldChange> Differences { get; init; } = [];

    private int Turn => Verdict switch { RowVerdict.Ended => 0, RowVerdict.Changed => 1, RowVerdict.Added => 2, _ => 3 };

    /// <summary>Whether the post stops being the main one: such rows go before those that make another post the main one.</summary>
    private bool GivesWay => Differences.Any(difference => difference.Column == RosterColumn.IsPrimary && difference.New is "False");

    /// <summary>
    /// What is to be written first: ends, changes, new posts, each unit by unit, so that a step touches the figures of few units;
    /// then everything that is not written. Equal ones keep their order.
    /// </summary>
    public static IReadOnlyList<RowPlan> InWritingOrder(IReadOnlyList<RowPlan> plans) =>
        [.. plans.OrderBy(plan => plan.Turn).ThenBy(plan => plan.GivesWay ? 0 : 1).ThenBy(plan => plan.Turn == 3 ? null : plan.OrganizationId)];
}
