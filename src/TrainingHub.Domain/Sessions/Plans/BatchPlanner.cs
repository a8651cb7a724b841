namespace TrainingHub.Sessions.Plans;

/// <summary>
/// 分批: proposes a batch for everybody. Seats are never exceeded, two leaders of a unit are never away on one day, of no unit are too many away, nobody goes after their
/// post ends; lists and pins stay. Whose post ends first is placed first; of a unit people are spread over the batches. The same people and batches give the same
/// proposal, in whatever order they come. Nobody is left over who could still be put into a free seat.
/// </summary>
public static class BatchPlanner
{
    public static BatchProposal Propose(IEnumerable<PlanPerson> people, IEnumerable<PlanBatch> batches, PlanRules rules)
    {
        PlanBatch[] inOrder = [.. batches.OrderBy(batch => batch.FirstDay).ThenBy(batch => batch.Number)];
        PlanPerson[] asked = [.. people.OrderBy(person => person.Deadline ?? DateOnly.MaxValue)
            .ThenBy(person => inOrder.Count(batch => BatchRooms.Shut(person, batch, rules) is null))
            .ThenByDescending(person => person.IsLeader).ThenBy(person => person.UnitId).ThenBy(person => person.Id).DistinctBy(person => person.Id)];
        var rooms = new BatchRooms(asked, inOrder, rules);
        var (faults, refusedPins) = Keep(asked, inOrder, rooms);
        List<int> free = [.. Enumerable.Range(0, asked.Length).Where(at => rooms.BatchOf(at) is null && asked[at] is { Pin: null, IsCalledElsewhere: false, IsInDraft: false })];
        foreach (var at in free)
        {
            rooms.Place(at);
        }

        Mend(rooms, [.. free.Where(at => rooms.BatchOf(at) is null)]);
        return new BatchProposal(
            [.. Enumerable.Range(0, asked.Length).Where(at => rooms.BatchOf(at) is not null).Select(rooms.Explain).OrderBy(one => Array.FindIndex(inOrder, batch => batch.Number == one.Batch)).ThenBy(one => one.PersonId)],
            [.. Enumerable.Range(0, asked.Length).Where(at => rooms.BatchOf(at) is null)
                .Select(at => new LeftPerson(asked[at].Id, refusedPins.TryGetValue(at, out var broken) ? [broken] : asked[at].IsCalledElsewhere ? [PlaceRefusal.CalledElsewhere] : asked[at].IsInDraft ? [PlaceRefusal.InDraft] : rooms.Refusals(at))).OrderBy(one => one.PersonId)],
            [.. faults.OrderBy(fault => fault.Batch).ThenBy(fault => fault.PersonId).ThenBy(fault => fault.IsPin)]);
    }

    /// <summary>Who is on a list stays there, whatever rule it breaks; a pin holds unless it breaks one.</summary>
    private static (List<PlanFault> Faults, Dictionary<int, PlaceRefusal> RefusedPins) Keep(PlanPerson[] asked, PlanBatch[] batches, BatchRooms rooms)
    {
        var (faults, refused) = (new List<PlanFault>(), new Dictionary<int, PlaceRefusal>());
        foreach (var (at, person) in asked.Index())
        {
            if (person.CalledTo is { } number && Array.FindIndex(batches, batch => batch.Number == number) is >= 0 and var called)
            {
                if (rooms.Refusal(at, called) is { } broken && broken is PlaceRefusal.LeaderThere or PlaceRefusal.TooLate)
                {
                    faults.Add(new PlanFault(person.Id, number, broken, IsPin: false));
                }

                rooms.Put(at, called, isKept: true);
            }
        }

        foreach (var (at, person) in asked.Index().Where(one => one.Item.Pin is not null))
        {
            var number = person.Pin ?? 0;
            var pinned = Array.FindIndex(batches, batch => batch.Number == number);
            if (rooms.BatchOf(at) is { } there && there == pinned)
            {
                continue;
            }

            var broken = rooms.BatchOf(at) is not null || person.IsCalledElsewhere ? PlaceRefusal.CalledElsewhere : pinned < 0 ? PlaceRefusal.NoBatch : rooms.Refusal(at, pinned);
            if (broken is { } rule)
            {
                faults.Add(new PlanFault(person.Id, number, rule, IsPin: true));
                refused[at] = rule;
            }
            else
            {
                rooms.Put(at, pinned, isKept: true);
            }
        }

        return (faults, refused);
    }

    /// <summary>Makes room for those left over by moving others, then puts whoever fits by now.</summary>
    private static void Mend(BatchRooms rooms, List<int> left)
    {
        var hopeless = new HashSet<int>();
        foreach (var at in left.TakeWhile(_ => rooms.HasFreeSeat))
        {
            if (!hopeless.Contains(rooms.AlikeOf(at)) && !rooms.MakeRoom(at))
            {
                hopeless.Add(rooms.AlikeOf(at));
            }
        }

        while (left.RemoveAll(at => rooms.BatchOf(at) is not null || rooms.Place(at)) > 0)
        {
        }
    }
}
