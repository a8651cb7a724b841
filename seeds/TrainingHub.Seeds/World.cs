namespace TrainingHub.Seeds;

/// <summary>A demo world: invented places and people, the same at every making. Whoever loads it turns it into rows.</summary>
public sealed record World
{
    public required string Name { get; init; }
    public required IReadOnlyList<WorldOrganization> Organizations { get; init; }
    public required IReadOnlyList<WorldPerson> People { get; init; }

    /// <summary>Key of the organization that sets programme and targets.</summary>
    public required string Setter { get; init; }
    public required IReadOnlyList<WorldDeclaration> Declarations { get; init; }

    /// <summary>A very large roster beside it; null for none.</summary>
    public WorldBulk? Bulk { get; init; }

    /// <summary>The password of all demo accounts.</summary>
    public const string Password = "demo-2026";
}
