using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Certificates;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Completions;

/// <summary>
/// The one place where a completed programme becomes a ledger row, a figure and a certificate: all in the caller's transaction.
/// The serial's counter comes last, because everybody of the region waits for its row.
/// </summary>
public sealed partial class CompleteTraining(
    Db db, Transactions transactions, IFigures figures, IssueCertificate issue, Ids ids, DayClock clock, ILogger<CompleteTraining> logger)
{
    /// <summary>
    /// The records of this completion: one per programme that the quiz completes and whose cycle the day falls in; none when it completes none.
    /// Asked again for the same attempt it appends nothing and answers with what there is.
    /// </summary>
    public Task<IReadOnlyList<TrainingRecord>> RunAsync(Completion completion, CancellationToken cancel) =>
        transactions.RunAsync<IReadOnlyList<TrainingRecord>>(async cancel =>
        {
            var earlier = await EarlierAsync(completion, cancel);
            var programmes = await ProgrammesOfAsync(completion, cancel);
            programmes.RemoveAll(found => earlier.Exists(record => record.ProgrammeId == found.Programme.Id));
            if (programmes.Count == 0)
            {
                return earlier;
            }

            var names = await NamesOfDayAsync(completion, cancel);
            var records = programmes.ConvertAll(programme => Append(completion, programme.Rule, names));
            await SaveAsync(cancel);
            await figures.CountAgainAsync(new FactsChanged { People = [completion.PersonId] }, cancel);
            foreach (var (record, programme) in records.Zip(programmes))
            {
                await issue.RunAsync(record, programme.Programme, programme.Rule, cancel);
                LogCompleted(logger, record.Id, record.ProgrammeId);
            }

            return [.. earlier, .. records];
        }, cancel);

    private async Task<List<TrainingRecord>> EarlierAsync(Completion completion, CancellationToken cancel) =>
        completion.AttemptId is { } attemptId
            ? await db.TrainingRecords.AsNoTracking().Where(r => r.AttemptId == attemptId).ToListAsync(cancel)
            : [];

    private async Task<List<(Programme Programme, ProgrammeRule Rule)>> ProgrammesOfAsync(Completion completion, CancellationToken cancel)
    {
        var rules = db.ProgrammeRules.Known();
        var rows = await (
            from rule in rules
            where rule.QuizSlug == completion.QuizSlug && rule.From <= completion.Day && completion.Day <= rule.Until
                && rule.CycleFrom <= completion.Day && completion.Day <= rule.CycleUntil
            join programme in db.Programmes on rule.ProgrammeId equals programme.Id
            orderby programme.Id
            select new { programme, rule }).AsNoTracking().ToListAsync(cancel);
        return rows.ConvertAll(row => (row.programme, row.rule));
    }

    // On PostgreSQL two can look, find nothing and append; the unique index lets one through, and the other begins again and finds its record.
    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Another request completed the same attempt in the same moment.");
        }
    }

    private async Task<NamesOfDay> NamesOfDayAsync(Completion completion, CancellationToken cancel)
    {
        var (memberships, mappings, details) = (db.Memberships.On(completion.Day), db.PositionMappings.On(completion.Day), db.OrganizationDetails.On(completion.Day));
        var post = await (
            from membership in memberships
            where membership.PersonId == completion.PersonId
            join position in db.Positions on membership.PositionId equals position.Id
            join mapping in mappings on position.Id equals mapping.PositionId
            join detail in details on membership.OrganizationId equals detail.OrganizationId
            orderby membership.IsPrimary descending, membership.From, membership.FactId
            select new { membership.OrganizationId, mapping.Core, Unit = detail.Name, Position = position.Name }).FirstOrDefaultAsync(cancel);
        var person = await db.People.Where(p => p.Id == completion.PersonId).Select(p => p.Name).SingleAsync(cancel);
        return new NamesOfDay(person, post?.Unit ?? "", post?.Position ?? "", post?.OrganizationId, post?.Core);
    }

    private TrainingRecord Append(Completion completion, ProgrammeRule rule, NamesOfDay day)
    {
        var id = ids.Next();
        var names = RecordNames.Of(id, day.Person, day.Unit, day.Position);
        var record = new TrainingRecord
        {
            Id = id,
            PersonId = completion.PersonId,
            ProgrammeId = rule.ProgrammeId,
            CourseSlug = completion.CourseSlug,
            CourseHash = completion.CourseHash,
            OrganizationId = day.OrganizationId,
            Position = day.Core,
            CompletionDay = completion.Day,
            ValidUntil = rule.ValidityMonths is { } months ? completion.Day.AddMonths(months).AddDays(-1) : null,
            RecordedAt = clock.Now,
            Evidence = completion.Evidence,
            AttemptId = completion.AttemptId,
            Points = completion.Points,
            FullPoints = completion.FullPoints,
            CreditMinutes = completion.CreditMinutes,
            NamesDigest = names.Digest(),
        };
        record.Seal();
        db.TrainingRecords.Add(record);
        db.RecordNames.Add(names);
        return record;
    }

    [LoggerMessage(600, LogLevel.Information, "Record {RecordId} completes programme {ProgrammeId}")]
    private static partial void LogCompleted(ILogger logger, Guid recordId, Guid programmeId);

    private sealed record NamesOfDay(string Person, string Unit, string Position, Guid? OrganizationId, CorePosition? Core);
}
