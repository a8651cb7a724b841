namespace TrainingHub.Programmes;

/// <summary>How far a person is with one part.</summary>
/// <param name="Part">What is asked.</param>
/// <param name="DoneOn">The day on which it was satisfied; null while it is missing.</param>
/// <param name="Minutes">Of hours: what counts so far, not cut at what is asked. 0 for other kinds.</param>
/// <param name="By">The facts that satisfy it, or for hours those that count so far.</param>
public sealed record PartProgress(ProgrammePart Part, DateOnly? DoneOn, int Minutes, IReadOnlyList<LearningFact> By)
{
    public bool IsDone => DoneOn is not null;

    /// <summary>Of hours: whole minutes still missing; 0 for other kinds and when it is done.</summary>
    public int MinutesLeft => Part.Kind is ProgrammePartKind.Hours ? Math.Max(0, Part.Minutes - Minutes) : 0;

    internal static PartProgress Of(ProgrammePart part, Guid programmeId, IReadOnlyList<LearningFact> inOrder)
    {
        if (part.Kind is not ProgrammePartKind.Hours)
        {
            return inOrder.FirstOrDefault(fact => part.IsDoneBy(fact, programmeId)) is { } first
                ? new PartProgress(part, first.Day, 0, [first])
                : new PartProgress(part, null, 0, []);
        }

        var counting = inOrder.Where(part.CountsHoursOf).ToList();
        foreach (var day in counting.Select(fact => fact.Day).Distinct())
        {
            var until = counting.FindAll(fact => fact.Day <= day);
            if (LearningCredit.Minutes(until) is var minutes && minutes >= part.Minutes)
            {
                return new PartProgress(part, day, minutes, until);
            }
        }

        return new PartProgress(part, null, LearningCredit.Minutes(counting), counting);
    }
}
