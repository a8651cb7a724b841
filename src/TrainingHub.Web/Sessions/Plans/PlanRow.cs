using TrainingHub.People;

namespace TrainingHub.Sessions.Plans;

/// <summary>Somebody of a plan, and where they are proposed.</summary>
public sealed record PlanRow
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public string? StaffNumber { get; init; }
    public required string UnitName { get; init; }

    /// <summary>Null for who is on a list without being owed.</summary>
    public CorePosition? Post { get; init; }
    public bool IsLeader { get; init; }

    /// <summary>Where it ends before the cut-off day.</summary>
    public DateOnly? PostEnds { get; init; }

    /// <summary>Null for whom no batch can take.</summary>
    public PlacedPerson? Placed { get; init; }

    /// <summary>Why no batch can; empty for who is placed.</summary>
    public IReadOnlyList<PlaceRefusal> Refusals { get; init; } = [];

    public int? Pin { get; init; }

    /// <summary>Whether they are on the list of a session of the programme outside the plan.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Title of another plan, not applied yet, that proposes a place for them; null for none.</summary>
    public string? Draft { get; init; }
    public IReadOnlyList<int> KeptOut { get; init; } = [];
    public int? Batch => Placed?.Batch;
}
