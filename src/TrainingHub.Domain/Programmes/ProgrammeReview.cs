namespace TrainingHub.Programmes;

/// <summary>What is to be done about one person and one programme after something was learnt, recognized or taken back.</summary>
/// <param name="Lapsed">Records that rest on something that was taken back or shortened since; they are to be revoked.</param>
/// <param name="Completes">What completes the programme anew; null: nothing does, or it is complete already.</param>
public sealed record ProgrammeReview(IReadOnlyList<Guid> Lapsed, ProgrammeProgress? Completes)
{
    /// <summary>The newest revoked record that rested on the same things and the same day as <see cref="Completes"/>, and fell because one of them had gone; null: none did.</summary>
    public Guid? Restores { get; init; }

    /// <summary>
    /// A programme is completed once in its cycle; where its certificates expire, again by what is done after the last completion. What a record
    /// rested on that somebody revoked does not count again, unless it was revoked because a part of it had gone: when that part is there again, so is the record.
    /// A programme of one quiz is completed by its attempts and sessions, each of which writes its record itself: here only by training done elsewhere.
    /// </summary>
    /// <param name="known">All rules of one programme that are known.</param>
    /// <param name="facts">All that is known of the person.</param>
    /// <param name="earlier">The person's records of the programme.</param>
    /// <param name="touched">Sources that were taken back or corrected now: a record that has lost only others stands until somebody says why it falls. Null: whichever was lost.</param>
    /// <param name="looksBack">Whether a quiz passed before the programme was set is to count, although its attempt wrote no record then.</param>
    public static ProgrammeReview Of(
        IReadOnlyCollection<ProgrammeTerms> known, IReadOnlyCollection<LearningFact> facts, IReadOnlyCollection<EarlierCompletion> earlier, IReadOnlySet<Guid>? touched = null, bool looksBack = false)
    {
        var (lapsed, standing) = (new List<Guid>(), new List<EarlierCompletion>());
        foreach (var record in earlier.Where(record => !record.IsRevoked))
        {
            if (record.Sources.All(source => IsThere(source, facts) || (touched is not null && !(source.SourceId is { } id && touched.Contains(id)))))
            {
                standing.Add(record);
            }
            else
            {
                lapsed.Add(record.RecordId);
            }
        }

        var counting = WithoutRevoked(facts, earlier);
        var last = standing.Count == 0 ? (DateOnly?)null : standing.Max(record => record.Day);
        var found = known.Where(terms => last is null || terms.Rule.ValidityMonths is not null)
            .Select(terms => ProgrammeProgress.Of(terms, last is null ? counting : counting.Where(fact => fact.Day > last)))
            .Where(progress => progress.CompletedOn is not null && (looksBack || !progress.Terms.IsSimple || progress.Outside is not null))
            .OrderBy(progress => progress.CompletedOn).FirstOrDefault();
        return new ProgrammeReview(lapsed, found) { Restores = found is null ? null : FallenAs(found, earlier) };
    }

    // Ids are in the order of time.
    private static Guid? FallenAs(ProgrammeProgress found, IEnumerable<EarlierCompletion> earlier)
    {
        var sources = found.By.Select(fact => fact.SourceId).ToHashSet();
        return earlier.Where(record => record is { IsRevoked: true, IsConsequence: true, IsRestored: false } && record.Day == found.CompletedOn && record.Sources.Count > 0 && sources.SetEquals(record.Sources.Select(source => source.SourceId)))
            .Select(record => (Guid?)record.RecordId).Max();
    }

    private static List<LearningFact> WithoutRevoked(IReadOnlyCollection<LearningFact> facts, IReadOnlyCollection<EarlierCompletion> earlier)
    {
        var rejected = earlier.Where(record => record is { IsRevoked: true, IsConsequence: false, IsRestored: false } && record.Sources.Count > 0 && record.Sources.All(source => IsThere(source, facts))).ToList();
        var sources = rejected.SelectMany(record => record.Sources).Select(source => source.SourceId).OfType<Guid>().ToHashSet();
        return [.. facts.Where(fact => fact.SourceId is { } id ? !sources.Contains(id) : !rejected.Exists(record => fact.Day <= record.Day))];
    }

    private static bool IsThere((Guid? SourceId, int Minutes) source, IReadOnlyCollection<LearningFact> facts) =>
        source.SourceId is null || facts.Any(fact => fact.SourceId == source.SourceId && fact.Minutes >= source.Minutes);
}
