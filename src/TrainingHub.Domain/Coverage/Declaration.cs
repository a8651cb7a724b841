using TrainingHub.Facts;
using TrainingHub.People;

namespace TrainingHub.Coverage;

/// <summary>申报: what a unit says of a post during some days.</summary>
public sealed class Declaration : DatedFact
{
    public required Guid OrganizationId { get; init; }

    /// <summary>Exactly one post.</summary>
    public required CorePosition Position { get; init; }
    public required DeclaredState State { get; init; }

    /// <summary>Whether the unit above confirmed it. Only <see cref="DeclaredState.NotKept"/> needs that; until then it reads as not declared.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The state that figures use.</summary>
    public DeclaredState Effective =>
        State is DeclaredState.NotKept && !IsConfirmed ? DeclaredState.NotDeclared : State;
}
