using Microsoft.EntityFrameworkCore;
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
    /// <summary>The records appended: one per programme that the quiz completes and whose cycle the day falls in; none when it completes none.</summary>
    public Task<IReadOnlyList<TrainingRecord>> RunAsync(Completion completion, CancellationToken cancel) =>
        transactions.RunAsync<IReadOnlyList<TrainingRecord>>(async cancel =>
        {
            var programmes = await ProgrammesOfAsync(completion, cancel);
            if (programmes.Count == 0)
            {
                return [];
            }

            var names = await NamesOfDayAsync(completion, cancel);
            var records = programmes.ConvertAll(programme => Append(completion, programme.Rule, names));
            await db.SaveChangesAsync(cancel);
            await figures.CountAgainAsync(new FactsChanged { People = [completion.PersonId] }, cancel);
            foreach (var (record, programme) in records.Zip(programmes))
            {
                await issue.RunAsync(record, programme.Programme, programme.Rule, cancel);
                LogCompleted(logger, record.Id, record.ProgrammeId);
            }

            return records;
        }, cancel);

    private async Task<List<(Programme Programme, ProgrammeRule Rule)>> ProgrammesOfAsync(Completion completion, CancellationToken cancel)
    {
        var rules = db.ProgrammeRules.Known();
        var rows = await (
            from rule in rules
            where rule.QuizSlug == completion.QuizSlug && rule.CycleFrom <= completion.Day && completion.Day <= rule.CycleUntil
            where completion.AttemptId == null || !db.TrainingRecords.Any(r => r.AttemptId == completion.AttemptId && r.ProgrammeId == rule.ProgrammeId)
            join programme in db.Programmes on rule.ProgrammeId equals programme.Id
            orderby programme.Id
            select new { programme, rule }).AsNoTracking().ToListAsync(cancel);
        return rows.ConvertAll(row => (row.programme, row.rule));
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
