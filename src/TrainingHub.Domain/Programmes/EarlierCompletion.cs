namespace TrainingHub.Programmes;

/// <summary>A record of a programme that a person already has.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Day">Its completion day.</param>
/// <param name="IsRevoked">Whether it was revoked.</param>
/// <param name="IsConsequence">Whether that followed from something that was taken back or corrected, and nobody decided on the record itself.</param>
/// <param name="Sources">What it rests on, with the minutes it was credited for each; empty where it rests on one attempt or session of its own.</param>
public sealed record EarlierCompletion(Guid RecordId, DateOnly Day, bool IsRevoked, bool IsConsequence, IReadOnlyList<(Guid? SourceId, int Minutes)> Sources)
{
    /// <summary>Whether another record took its place: then that one says what counts.</summary>
    public bool IsRestored { get; init; }
}
