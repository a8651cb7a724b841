using TrainingHub.Organizations;
using TrainingHub.Storage;

namespace TrainingHub.Standards;

/// <summary>The form of a draft.</summary>
public sealed record DraftForm
{
    /// <summary>Null for a new document.</summary>
    public Guid? Id { get; init; }

    public required DraftInput Input { get; init; }

    /// <summary>What was read out of the text of clauses.</summary>
    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>Whose document it is; empty while that is still asked.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Units to choose from for a new document.</summary>
    public IReadOnlyList<OrganizationLink> Units { get; init; } = [];

    /// <summary>The edition that it will replace; null for a first one.</summary>
    public StandardEdition? Replaced { get; init; }

    /// <summary>Who saved it in the meantime; null when nobody did.</summary>
    public LastChange? Overtaken { get; init; }

    /// <summary>Whether it was saved just now.</summary>
    public bool IsSaved { get; init; }
}
