namespace TrainingHub.Coverage;

public sealed record DeclarationsPage
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<DeclaredPost> Posts { get; init; }
    public required bool MayDeclare { get; init; }
    public required bool MayConfirm { get; init; }

    /// <summary>What was sent and refused; null otherwise.</summary>
    public DeclarationInput? Input { get; init; }
}
