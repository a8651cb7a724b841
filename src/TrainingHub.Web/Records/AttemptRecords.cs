using TrainingHub.Storage;

namespace TrainingHub.Records;

/// <summary>A record that says what an attempt earned.</summary>
internal sealed class AttemptRecord
{
    public required Guid? AttemptId { get; init; }
    public required TrainingRecord Record { get; init; }
}

internal static class AttemptRecords
{
    extension(Db db)
    {
        /// <summary>
        /// By attempt its records, revoked or not: those that name it, and those that take their place with the same facts. Of one attempt only one record
        /// in a programme can name it.
        /// </summary>
        public IQueryable<AttemptRecord> RecordsOfAttempts() =>
            from first in db.TrainingRecords
            where first.AttemptId != null
            from record in db.TrainingRecords
            where record.PersonId == first.PersonId && record.ProgrammeId == first.ProgrammeId
                && (record.Id == first.Id || (record.RestoresId != null && record.AttemptId == null && record.CompletionDay == first.CompletionDay && record.Points == first.Points))
            select new AttemptRecord { AttemptId = first.AttemptId, Record = record };
    }
}
