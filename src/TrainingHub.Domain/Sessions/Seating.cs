namespace TrainingHub.Sessions;

/// <summary>Who gets a seat and who waits.</summary>
public static class Seating
{
    /// <summary>Of people called now, in their order: who finds no free seat waits.</summary>
    /// <param name="seats">Seats of the session.</param>
    /// <param name="present">Everybody on its list before.</param>
    /// <param name="called">New on the list.</param>
    public static void Call(int seats, IEnumerable<Participant> present, IEnumerable<Participant> called)
    {
        var free = seats - present.Count(one => one.HoldsSeat);
        foreach (var one in called.Skip(Math.Max(0, free)))
        {
            one.StandBy();
        }
    }

    /// <summary>Gives free seats to who waits longest. Called whenever a seat becomes free or seats are added.</summary>
    /// <returns>Those who moved up.</returns>
    public static IReadOnlyList<Participant> Fill(int seats, IReadOnlyCollection<Participant> list)
    {
        var free = seats - list.Count(one => one.HoldsSeat);
        var up = list.Where(one => one.State is ParticipantState.Waiting).OrderBy(one => one.CalledAt).ThenBy(one => one.Id).Take(Math.Max(0, free)).ToList();
        up.ForEach(one => one.MoveUp());
        return up;
    }
}
