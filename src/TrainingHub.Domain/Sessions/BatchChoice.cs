namespace TrainingHub.Sessions;

/// <summary>分批: who of many is proposed for one batch.</summary>
public static class BatchChoice
{
    /// <summary>The first that fit into the seats, in the order given; of one unit no more than asked, so that a school is not left without leaders.</summary>
    /// <param name="candidates">Person and the unit they would leave.</param>
    /// <param name="seats">Free seats; nobody is proposed when there are none.</param>
    /// <param name="perUnit">At most so many of one unit, those already in the batch included; null: any number.</param>
    /// <param name="already">Units of those already in the batch, once for each person.</param>
    public static IReadOnlyList<Guid> Propose(IEnumerable<(Guid Person, Guid Unit)> candidates, int seats, int? perUnit, IEnumerable<Guid> already)
    {
        var taken = already.CountBy(unit => unit).ToDictionary();
        var chosen = new List<Guid>();
        foreach (var (person, unit) in candidates.DistinctBy(one => one.Person))
        {
            var ofUnit = taken.GetValueOrDefault(unit);
            if (chosen.Count >= seats)
            {
                break;
            }

            if (perUnit is not { } most || ofUnit < most)
            {
                chosen.Add(person);
                taken[unit] = ofUnit + 1;
            }
        }

        return chosen;
    }
}
