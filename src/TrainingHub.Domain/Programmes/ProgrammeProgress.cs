namespace TrainingHub.Programmes;

/// <summary>How far a person is with a programme: is it complete, on which day was it completed, what is missing.</summary>
public sealed record ProgrammeProgress
{
    public required ProgrammeTerms Terms { get; init; }
    public required IReadOnlyList<PartProgress> Parts { get; init; }

    /// <summary>The training done elsewhere that stands for the whole programme; null: none, or parts came first.</summary>
    public LearningFact? Outside { get; init; }

    /// <summary>The completion day: that of the last part or of the training that stands for all; the rule's first day where everything was done before. Null while something is missing.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>What completed it.</summary>
    public IReadOnlyList<LearningFact> By => Outside is { } outside ? [outside] : [.. Parts.SelectMany(part => part.By).Distinct()];

    /// <summary>Whole minutes of what completed it, each subject once.</summary>
    public int CreditMinutes => LearningCredit.Minutes(By);

    public IEnumerable<PartProgress> Missing => CompletedOn is null ? Parts.Where(part => !part.IsDone) : [];

    /// <summary>By the facts in the cycle (both ends included). A rule completes nothing after its last day.</summary>
    public static ProgrammeProgress Of(ProgrammeTerms terms, IEnumerable<LearningFact> facts)
    {
        var rule = terms.Rule;
        var counting = facts.Where(fact => rule.CycleFrom <= fact.Day && fact.Day <= rule.CycleUntil).OrderBy(fact => fact.Day).ThenBy(fact => fact.SourceId).ToList();
        List<PartProgress> parts = [.. terms.Parts.Select(part => PartProgress.Of(part, rule.ProgrammeId, counting))];
        var byParts = parts.Count > 0 && parts.TrueForAll(part => part.IsDone) ? parts.Max(part => part.DoneOn) : null;
        var outside = rule.RefusesOutside ? null : counting.Find(fact => fact.Kind is LearningKind.Outside && StandsFor(fact, terms));
        var isOutside = outside is not null && !(byParts <= outside.Day);
        var day = isOutside ? outside!.Day : byParts;
        var completed = day < rule.From ? rule.From : day;
        return new ProgrammeProgress { Terms = terms, Parts = parts, Outside = isOutside ? outside : null, CompletedOn = completed <= rule.Until ? completed : null };
    }

    /// <summary>For the programme that it names, and for every other that asks for exactly the same.</summary>
    private static bool StandsFor(LearningFact fact, ProgrammeTerms terms) =>
        fact.ProgrammeId == terms.Rule.ProgrammeId || (fact.Demand.Length > 0 && string.Equals(fact.Demand, terms.DemandKey, StringComparison.Ordinal));
}
