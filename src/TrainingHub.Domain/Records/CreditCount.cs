namespace TrainingHub.Records;

/// <summary>学时 count once per person, course and calendar year, whatever the version; a session without a course counts by itself.</summary>
public static class CreditCount
{
    /// <summary>What credit counts once of: the course, where there is one, else the session.</summary>
    public static string SubjectOf(string courseSlug, Guid? sessionId) => courseSlug.Length > 0 ? courseSlug : sessionId?.ToString("N") ?? "";

    /// <summary>Whole minutes of a person's records that were not revoked. Of several records of one subject (see <see cref="SubjectOf"/>) and year the largest counts.</summary>
    public static int Minutes(IEnumerable<(string Subject, DateOnly CompletionDay, int CreditMinutes)> records) => records
        .GroupBy(record => (record.Subject, record.CompletionDay.Year))
        .Sum(same => same.Max(record => record.CreditMinutes));
}
