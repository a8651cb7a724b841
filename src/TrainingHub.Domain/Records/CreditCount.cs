namespace TrainingHub.Records;

/// <summary>学时 count once per person, course and calendar year, whatever the version.</summary>
public static class CreditCount
{
    /// <summary>Whole minutes of a person's records that were not revoked. Of several records of one course and year the largest counts.</summary>
    public static int Minutes(IEnumerable<(string CourseSlug, DateOnly CompletionDay, int CreditMinutes)> records) => records
        .GroupBy(record => (record.CourseSlug, record.CompletionDay.Year))
        .Sum(same => same.Max(record => record.CreditMinutes));
}
