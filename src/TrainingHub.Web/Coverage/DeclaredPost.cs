using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>One post of an organization that a target asks for.</summary>
public sealed record DeclaredPost
{
    public required CorePosition Position { get; init; }

    /// <summary>A mark of what a form is made from.</summary>
    public required string Version { get; init; }

    /// <summary>People who hold it today.</summary>
    public required int Holders { get; init; }

    /// <summary>What figures use today.</summary>
    public required DeclaredState State { get; init; }

    /// <summary>What the unit said and when it holds, today or later; null when it said nothing.</summary>
    public Declaration? Said { get; init; }
}
