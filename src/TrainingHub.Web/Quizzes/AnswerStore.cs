namespace TrainingHub.Quizzes;

/// <summary>
/// How one database takes answers and rows of papers from the queue. Completes each only after its COMMIT. Ownership, the item's existence, open or
/// handed in, and the deadline are decided by the statement that writes; an existing version is passed over, not replaced: the log is append-only.
/// </summary>
public abstract class AnswerStore
{
    /// <summary>
    /// Writes one answer, if it is newer than what is there: $1 attempt, $2 person, $3 item, $4 version, $5 choice, $6 now, $7 device. Each table is asked for
    /// one row by its key, so that PostgreSQL keeps a good plan for it, made while the tables were empty or not.
    /// </summary>
    protected const string Insert =
        """
        INSERT INTO "AnswerEntries" ("AttemptId", "Item", "Version", "Choice", "SavedAt", "IsLate")
        SELECT a."Id", i."Number", $4, $5, $6, (a."SubmittedAt" IS NOT NULL OR a."Deadline" < $6)
        FROM "Attempts" a JOIN "AttemptItems" i ON i."AttemptId" = a."Id" AND i."Number" = $3
        WHERE a."Id" = $1 AND a."PersonId" = $2 AND (a."Device" IS NULL OR a."Device" = $7)
          AND NOT EXISTS (SELECT 1 FROM "AnswerEntries" e WHERE e."AttemptId" = $1 AND e."Item" = $3 AND e."Version" >= $4)
        """;

    /// <summary>The entry of the version that was sent, if any, and the newest one, at most two rows: $1 attempt, $2 person, $3 item, $4 version.</summary>
    protected const string Read =
        """
        SELECT e."Version", e."Choice", e."SavedAt", e."IsLate", a."Deadline", a."SubmittedAt" IS NULL, a."Device"
        FROM "Attempts" a JOIN "AnswerEntries" e ON e."AttemptId" = a."Id" AND e."Item" = $3
        WHERE a."Id" = $1 AND a."PersonId" = $2
          AND (e."Version" = $4
            OR e."Version" = (SELECT MAX(n."Version") FROM "AnswerEntries" n WHERE n."AttemptId" = $1 AND n."Item" = $3))
        ORDER BY e."Version"
        """;

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
