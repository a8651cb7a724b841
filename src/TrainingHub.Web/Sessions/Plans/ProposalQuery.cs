namespace TrainingHub.Sessions.Plans;

/// <summary>Computes a plan anew from what is known now.</summary>
public sealed class ProposalQuery(PlanFactsQuery facts, DraftsQuery drafts)
{
    public Task<PlanProposal> RunAsync(FoundPlan found, CancellationToken cancel) => RunAsync(found, (_, _, _) => Task.CompletedTask, cancel);

    /// <param name="found">The plan.</param>
    /// <param name="tell">Is told how many of how many steps are done.</param>
    /// <param name="cancel">Ends it.</param>
    internal async Task<PlanProposal> RunAsync(FoundPlan found, Func<int, int, CancellationToken, Task> tell, CancellationToken cancel)
    {
        var drafted = await drafts.RunAsync(found, tell, cancel);
        var known = (await facts.RunAsync(found, cancel)).WithDrafts(drafted, found.Plan);
        var proposal = known.Propose(found);
        var placed = proposal.Placed.ToDictionary(one => one.PersonId);
        var left = proposal.Left.ToDictionary(one => one.PersonId, one => one.Refusals);
        var (called, added) = (proposal.Placed.Where(one => !one.IsNew).CountBy(one => one.Batch).ToDictionary(), proposal.Placed.Where(one => one.IsNew).CountBy(one => one.Batch).ToDictionary());
        List<PlanProposal.Line> batches = [.. known.Batches.OrderBy(batch => batch.Seen.FirstDay).ThenBy(batch => batch.Number)
            .Select(batch => new PlanProposal.Line(batch, called.GetValueOrDefault(batch.Number), added.GetValueOrDefault(batch.Number)))];
        var order = batches.Index().ToDictionary(one => one.Item.Number, one => one.Index);
        var names = known.People.ToDictionary(person => person.Seen.Id, person => person.Name);
        return new PlanProposal
        {
            Found = found,
            Batches = batches,
            IsCut = known.IsCut,
            Faults = [.. proposal.Faults.Select(fault => (fault, names[fault.PersonId]))],
            Rows = [.. known.People.Select(person => Row(person, placed.GetValueOrDefault(person.Seen.Id), left.GetValueOrDefault(person.Seen.Id) ?? []))
                .OrderBy(row => row.Batch is { } number ? order[number] : int.MaxValue)],
        };
    }

    private static PlanRow Row(PlanFacts.Person person, PlacedPerson? placed, IReadOnlyList<PlaceRefusal> refusals) => new()
    {
        PersonId = person.Seen.Id,
        Name = person.Name,
        StaffNumber = person.StaffNumber,
        UnitName = person.UnitName,
        Post = person.Post,
        IsLeader = person.Seen.IsLeader,
        PostEnds = person.Seen.Deadline,
        Placed = placed,
        Refusals = refusals,
        Pin = person.Seen.Pin,
        KeptOut = person.Seen.KeptOut,
        IsElsewhere = person.IsElsewhere,
        Draft = person.Draft,
    };
}
