namespace TrainingHub.Quizzes;

/// <summary>
/// How one database takes answers and rows of papers from the queue. Completes each only after its COMMIT. Ownership, the item's existence, open or
/// handed in, and the deadline are decided by the statement that writes; an existing version is passed over, not replaced: the log is append-only.
/// </summary>
public abstract class AnswerStore
{
    /// <summary>Works until the queue is closed and empty. An error reaches only those it concerns.</summary>
    public abstract Task RunAsync(System.Threading.Channels.ChannelReader<PendingWrite> queue);

    protected static SaveOutcome OutcomeOf(AnswerToSave answer, List<AnswerReceipt> found)
    {
        if (found is not [.., var newest])
        {
            // The item is there, its caller has looked: what kept it from being written is another browser.
            return new SaveOutcome.TakenOver();
        }

        // The newest with the same choice does for a lower version that was never seen: what it says is saved.
        var same = found.Find(receipt => receipt.Version == answer.Version) ?? newest;
        return string.Equals(same.Choice, answer.Choice, StringComparison.Ordinal) ? new SaveOutcome.Saved(same)
            : newest.Device is { } device && !string.Equals(device, answer.Device, StringComparison.Ordinal) ? new SaveOutcome.TakenOver()
            : new SaveOutcome.Outdated(newest);
    }

    protected static AnswerReceipt ReceiptOf(AnswerToSave answer, System.Data.Common.DbDataReader row) => new(
        answer.Item,
        row.GetInt32(0),
        row.GetString(1),
        DateTime.SpecifyKind(row.GetDateTime(2), DateTimeKind.Utc),
        row.GetBoolean(3),
        DateTime.SpecifyKind(row.GetDateTime(4), DateTimeKind.Utc),
        row.GetBoolean(5),
        row.IsDBNull(6) ? null : row.GetString(6));
}
