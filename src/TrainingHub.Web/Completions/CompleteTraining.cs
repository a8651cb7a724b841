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

            var names = await NamesOfDayAsync([completion.PersonId], completion.Day, cancel);
            var records = programmes.ConvertAll(programme => Append(completion, programme.Rule, names[completion.PersonId]));
            await SaveAsync(cancel);
            await figures.CountAgainAsync(new FactsChanged { People = [completion.PersonId] }, cancel);
            foreach (var (record, programme) in records.Zip(programmes))
            {
                await issue.RunAsync([record], programme.Programme, programme.Rule, cancel);
                LogCompleted(logger, record.Id, record.ProgrammeId);
            }

            return [.. earlier, .. records];
        }, cancel);

    /// <summary>
    /// Enters a step of a session's closing for many people at once: revokes what an earlier closing said and is no longer so, appends the records,
    /// counts once for all of them, issues the certificates. Whoever has a record of this closing gets no second one.
    /// </summary>
    /// <returns>The records appended; none when the day lies outside the programme's cycle.</returns>
    public Task<IReadOnlyList<TrainingRecord>> RunAsync(SessionCompletion session, CancellationToken cancel) =>
        transactions.RunAsync<IReadOnlyList<TrainingRecord>>(async cancel =>
        {
            var entered = (await db.TrainingRecords.Where(r => r.SessionId == session.SessionId && r.SessionClosing == session.Closing).Select(r => r.PersonId).ToListAsync(cancel)).ToHashSet();
            var people = session.People.Where(one => !entered.Contains(one.PersonId)).ToList();
            var found = await ProgrammeOfAsync(session, cancel);
            var names = await NamesOfDayAsync([.. people.Select(one => one.PersonId)], session.Day, cancel);
            List<TrainingRecord> records = found is var (_, inForce)
                ? people.ConvertAll(one => Append(session.Of(one.PersonId, one.CreditMinutes), inForce, names[one.PersonId]))
                : [];
            db.Revocations.AddRange(session.Revoked.Select(one => new Revocation
            {
                Id = ids.Next(),
                RecordId = one.RecordId,
                RecordedAt = clock.Now,
                RecordedBy = session.By,
                Reason = session.Reason,
            }));
            await SaveAsync(cancel);
            await figures.CountAgainAsync(new FactsChanged { People = [.. records.Select(r => r.PersonId).Union(session.Revoked.Select(one => one.PersonId))] }, cancel);
            if (found is var (programme, rule))
            {
                await issue.RunAsync(records, programme, rule, cancel);
            }

            LogSession(logger, session.SessionId, records.Count, session.Revoked.Count);
            return records;
        }, cancel);

    private async Task<(Programme Programme, ProgrammeRule Rule)?> ProgrammeOfAsync(SessionCompletion session, CancellationToken cancel)
    {
        var rules = db.ProgrammeRules.On(session.Day);
        var row = await (
            from rule in rules
            where rule.ProgrammeId == session.ProgrammeId && rule.CycleFrom <= session.Day && session.Day <= rule.CycleUntil
            join programme in db.Programmes on rule.ProgrammeId equals programme.Id
            select new { programme, rule }).AsNoTracking().SingleOrDefaultAsync(cancel);
        return row is null ? null : (row.programme, row.rule);
    }

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

    /// <summary>For each person name, unit and post of the day: of several posts the primary, else the earliest, else the lower id.</summary>
    private async Task<Dictionary<Guid, NamesOfDay>> NamesOfDayAsync(IReadOnlyCollection<Guid> people, DateOnly day, CancellationToken cancel)
    {
        var (memberships, mappings, details) = (db.Memberships.On(day), db.PositionMappings.On(day), db.OrganizationDetails.On(day));
        var posts = await (
            from membership in memberships
            where people.Contains(membership.PersonId)
            join position in db.Positions on membership.PositionId equals position.Id
            join mapping in mappings on position.Id equals mapping.PositionId
            join detail in details on membership.OrganizationId equals detail.OrganizationId
            orderby membership.IsPrimary descending, membership.From, membership.FactId
            select new { membership.PersonId, membership.OrganizationId, mapping.Core, Unit = detail.Name, Position = position.Name }).ToListAsync(cancel);
        var first = posts.DistinctBy(post => post.PersonId).ToDictionary(post => post.PersonId);
        return await db.People.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(
            person => person.Id,
            person => first.GetValueOrDefault(person.Id) is { } post
                ? new NamesOfDay(person.Name, post.Unit, post.Position, post.OrganizationId, post.Core)
                : new NamesOfDay(person.Name, "", "", null, null),
            cancel);
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
            SessionId = completion.SessionId,
            SessionClosing = completion.SessionClosing,
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

    [LoggerMessage(602, LogLevel.Information, "Session {SessionId} entered {Appended} records and revoked {Revoked}")]
    private static partial void LogSession(ILogger logger, Guid sessionId, int appended, int revoked);

    private sealed record NamesOfDay(string Person, string Unit, string Position, Guid? OrganizationId, CorePosition? Core);
}
