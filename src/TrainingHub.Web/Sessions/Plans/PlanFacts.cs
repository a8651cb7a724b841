using TrainingHub.People;

namespace TrainingHub.Sessions.Plans;

/// <summary>What is known today of the people and batches of a plan.</summary>
public sealed record PlanFacts
{
    public required IReadOnlyList<Batch> Batches { get; init; }

    /// <summary>Those still owed, by unit, post and name; then those on the lists of the batches who are not.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>People in post, by unit.</summary>
    public required IReadOnlyDictionary<Guid, int> Staff { get; init; }

    /// <summary>Whether more are owed than a plan takes.</summary>
    public required bool IsCut { get; init; }

    /// <summary>The same with what other plans propose: whoever stands in one of them is passed over, unless this plan is for them, too.</summary>
    /// <param name="drafted">People, and the title of the plan.</param>
    /// <param name="plan">This one.</param>
    public PlanFacts WithDrafts(IReadOnlyDictionary<Guid, string> drafted, BatchPlan plan) => this with
    {
        People = [.. People.Select(person => drafted.TryGetValue(person.Seen.Id, out var draft) && person.Seen.CalledTo is null
            ? person with { Draft = draft, Seen = person.Seen with { IsInDraft = !plan.IncludesOthers } }
            : person)],
    };

    public BatchProposal Propose(FoundPlan found) => BatchPlanner.Propose(
        People.Select(person => person.Seen), Batches.Select(batch => batch.Seen), new PlanRules(found.Target.Rule.CutOffDay, found.Plan.SharePercent, Staff));

    /// <param name="Planned">As it stands in the plan.</param>
    /// <param name="Session">The session; null while it is to be made, and where the reader does not keep it.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Seen">As the planner sees it.</param>
    public sealed record Batch(PlannedBatch Planned, TrainingSession? Session, string Place, PlanBatch Seen)
    {
        public int Number => Planned.Number;

        /// <summary>Whether others keep its session: nobody is called to it by the reader, and its list stays theirs.</summary>
        public bool IsForeign => Planned.SessionId is not null && Session is null;
    }

    /// <param name="Post">The post by which they are owed; null for who is on a list only.</param>
    /// <param name="Seen">As the planner sees them.</param>
    public sealed record Person(string Name, string? StaffNumber, string UnitName, CorePosition? Post, PlanPerson Seen)
    {
        public bool IsOwed => Post is not null;

        /// <summary>Whether they are on the list of a session of the programme outside the plan.</summary>
        public bool IsElsewhere { get; init; }

        /// <summary>Title of another plan that proposes a place for them; null for none.</summary>
        public string? Draft { get; init; }
    }
}
