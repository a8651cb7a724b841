namespace TrainingHub.Coverage;

/// <summary>What counting asks of a training record that was not revoked.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="ProgrammeId">The programme it satisfies.</param>
/// <param name="CompletionDay">The day of completion.</param>
/// <param name="ValidUntil">Last day on which it is valid (included); null: without end.</param>
public sealed record EarnedRecord(Guid RecordId, Guid ProgrammeId, DateOnly CompletionDay, DateOnly? ValidUntil)
{
    public bool IsValidOn(DateOnly day) => ValidUntil is null || day <= ValidUntil;

    /// <summary>Whether of two records that both satisfy a target this is the one that covers: the earlier, else the one of the lower id.</summary>
    public bool IsBefore(EarnedRecord other) =>
        CompletionDay != other.CompletionDay ? CompletionDay < other.CompletionDay : RecordId.CompareTo(other.RecordId) < 0;
}
