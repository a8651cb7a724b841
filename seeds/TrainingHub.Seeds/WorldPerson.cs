using TrainingHub.People;

namespace TrainingHub.Seeds;

/// <param name="Key">Unique in the world; ids are made from it.</param>
public sealed record WorldPerson(string Key, string Name, string StaffNumber, string Phone)
{
    public IReadOnlyList<WorldMembership> Memberships { get; init; } = [];

    /// <summary>Organization key and what is granted on it.</summary>
    public IReadOnlyList<(string Organization, Capability Capability)> Grants { get; init; } = [];

    /// <summary>Whether the person can sign in.</summary>
    public bool HasAccount { get; init; }

    /// <summary>Shown among the demo sign-ins with this explanation; null for everybody else.</summary>
    public string? ShownAs { get; init; }

    /// <summary>Whether the person has finished all lessons of the course, the quiz not yet.</summary>
    public bool HasStudied { get; init; }

    /// <summary>The day on which the person completed the programme; null when still missing.</summary>
    public DateOnly? CompletedOn { get; init; }
}
