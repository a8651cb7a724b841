using TrainingHub.People;

namespace TrainingHub.Sessions.Plans;

/// <summary>分期方案: batches for the people of a unit whom a target still misses, kept until it is left and returned to. Who goes where is computed anew from it (<see cref="BatchPlanner"/>).</summary>
public sealed class BatchPlan
{
    public const int LongestTitle = SessionTerms.LongestTitle;
    public const int MostBatches = 60;

    public required Guid Id { get; init; }

    /// <summary>The unit whose people it places, with all below it; it holds the sessions that the plan makes.</summary>
    public required Guid OrganizationId { get; init; }
    public required Guid TargetId { get; init; }

    /// <summary>Also that of sessions that it makes where there is none to follow.</summary>
    public required string Title { get; set; }

    /// <summary>Only people of these posts; none: of all that the target counts.</summary>
    public CorePosition Posts { get; set; }

    /// <summary>Of one unit at most so many percent of the people in post are away on one day.</summary>
    public required int SharePercent { get; set; }

    /// <summary>Whether it also places people who are on the list of another session of the programme, or whom another plan proposes.</summary>
    public bool IncludesOthers { get; set; }
    public required DateTime CreatedAt { get; init; }
    public required Guid CreatedBy { get; init; }
    public DateTime ChangedAt { get; private set; }
    public Guid ChangedBy { get; private set; }

    /// <summary>When people were last called by it, UTC, and by whom; null: never.</summary>
    public DateTime? AppliedAt { get; private set; }
    public Guid? AppliedBy { get; private set; }

    /// <summary>The version that was applied: who sends it again has done so already.</summary>
    public int? AppliedVersion { get; private set; }

    /// <summary>How many were called then.</summary>
    public int AppliedPeople { get; private set; }

    /// <summary>Concurrency token; counts changes.</summary>
    public int Version { get; private set; } = 1;

    public void Change(Guid by, DateTime now)
    {
        (ChangedAt, ChangedBy) = (now, by);
        Version++;
    }

    /// <summary>Calls are sent out by it.</summary>
    public void Apply(Guid by, DateTime now, int people)
    {
        (AppliedAt, AppliedBy, AppliedVersion, AppliedPeople) = (now, by, Version, people);
        Change(by, now);
    }
}
