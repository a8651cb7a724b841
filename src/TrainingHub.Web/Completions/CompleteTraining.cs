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
    Db db, Transactions transactions, IFigures figures, IssueCertificate issue, ReviewQuery reviews, TellRevoked tell, Ids ids, DayClock clock, ILogger<CompleteTraining> logger)
{
    /// <summary>
    /// The records of this completion: one per programme that the quiz completes, or of whose parts it is the last, and whose cycle the day falls in;
    /// none when it completes none. Asked again for the same attempt it appends nothing and answers with what there is.
    /// </summary>
    public Task<IReadOnlyList<TrainingRecord>> RunAsync(Completion completion, CancellationToken cancel) =>
        transactions.RunAsync<IReadOnlyList<TrainingRecord>>(async cancel =>
        {
            var earlier = await EarlierAsync(completion, cancel);
            var programmes = await ProgrammesOfAsync(completion, cancel);
            programmes.RemoveAll(found => earlier.Exists(record => record.ProgrammeId == found.Programme.Id));
            List<Entry> entries = [];
            if (programmes.Count > 0)
            {
                var names = await NamesOfDayAsync([completion.PersonId], completion.Day, cancel);
                entries = programmes.ConvertAll(found => new Entry(Append(completion, found.Rule, names[completion.PersonId]), found.Programme, found.Rule));
                await SaveAsync(cancel);
            }

            entries.AddRange(await EnterReviewsAsync([completion.PersonId], [], lapse: null, only: null, cancel));
            await FinishAsync(entries, [], cancel);
            return [.. earlier, .. entries.Select(entry => entry.Record)];
        }, cancel);

    /// <summary>
    /// Looks whether what these people have learnt completes a programme of several parts, or whether something that a record rested on has gone.
    /// Called after it was saved, in the same transaction.
    /// </summary>
    /// <param name="people">Whose facts changed.</param>
    /// <param name="programmes">Programmes to look at although they ask for one quiz only: training done elsewhere may stand for them.</param>
    /// <param name="lapse">Why records are revoked that have lost a part; null: none is, for only something new was learnt.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The records appended.</returns>
    public Task<IReadOnlyList<TrainingRecord>> ReviewAsync(IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> programmes, Lapse? lapse, CancellationToken cancel) =>
        transactions.RunAsync<IReadOnlyList<TrainingRecord>>(async cancel =>
        {
            var entries = await EnterReviewsAsync(people, programmes, lapse, only: null, cancel);
            await FinishAsync(entries, lapse is null ? [] : people, cancel);
            return [.. entries.Select(entry => entry.Record)];
        }, cancel);

    /// <summary>
    /// Enters a step of a session's closing for many people at once: revokes what an earlier closing said and is no longer so, appends the records,
    /// counts once for all of them, issues the certificates. Whoever has a record of this closing gets no second one.
    /// </summary>
    /// <returns>The records appended; none when the day lies outside the programme's cycle, or the programme asks for more than one thing.</returns>
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

            await tell.RunAsync([.. session.Revoked.Select(one => one.RecordId)], session.Reason, cancel);
            LogSession(logger, session.SessionId, records.Count, session.Revoked.Count);
            return records;
        }, cancel);

    /// <summary>Enters which of these people have done already what a programme asks. Runs in the caller's transaction.</summary>
    /// <returns>How many records were appended.</returns>
    internal async Task<int> EnterEarlierAsync(IReadOnlyCollection<Guid> people, Guid programmeId, CancellationToken cancel)
    {
        var entries = await EnterReviewsAsync(people, [], lapse: null, programmeId, cancel);
        await FinishAsync(entries, [], cancel);
        return entries.Count;
    }

    private async Task<List<Entry>> EnterReviewsAsync(
        IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> programmes, Lapse? lapse, Guid? only, CancellationToken cancel)
    {
        var found = await reviews.RunAsync(people, programmes, only, cancel);
        if (found.Count == 0)
        {
            return [];
        }

        if (lapse is { } why)
        {
            db.Revocations.AddRange(found.SelectMany(one => one.Review.Lapsed).Select(record => new Revocation
            {
                Id = ids.Next(),
                RecordId = record,
                RecordedAt = clock.Now,
                RecordedBy = why.By,
                Reason = why.Reason,
            }));
        }

        // A record that has lost a part stands until somebody says why it falls; until then it is not doubled.
        var completed = found.Where(one => one.Review.Completes is not null && (lapse is not null || one.Review.Lapsed.Count == 0)).ToList();
        var wanted = completed.Select(one => one.ProgrammeId).Distinct().ToList();
        var byId = await db.Programmes.AsNoTracking().Where(programme => wanted.Contains(programme.Id)).ToDictionaryAsync(programme => programme.Id, cancel);
        List<Entry> entries = [];
        foreach (var day in completed.GroupBy(one => one.Review.Completes!.CompletedOn!.Value))
        {
            var names = await NamesOfDayAsync([.. day.Select(one => one.PersonId)], day.Key, cancel);
            entries.AddRange(day.Select(one => new Entry(Append(one.PersonId, day.Key, one.Review.Completes!, names[one.PersonId]), byId[one.ProgrammeId], one.Review.Completes!.Terms.Rule)));
        }

        await SaveAsync(cancel);
        return entries;
    }

    /// <summary>Figures once for all, then the certificates: their counter comes last.</summary>
    private async Task FinishAsync(List<Entry> entries, IReadOnlyCollection<Guid> changed, CancellationToken cancel)
    {
        Guid[] people = [.. entries.Select(entry => entry.Record.PersonId).Union(changed)];
        if (people.Length == 0)
        {
            return;
        }

        await figures.CountAgainAsync(new FactsChanged { People = people }, cancel);
        foreach (var entry in entries)
        {
            await issue.RunAsync([entry.Record], entry.Programme, entry.Rule, cancel);
            LogCompleted(logger, entry.Record.Id, entry.Record.ProgrammeId);
        }
    }

    private async Task<(Programme Programme, ProgrammeRule Rule)?> ProgrammeOfAsync(SessionCompletion session, CancellationToken cancel)
    {
        var rules = db.ProgrammeRules.On(session.Day);
        var row = await (
            from rule in rules
            where rule.ProgrammeId == session.ProgrammeId && rule.CycleFrom <= session.Day && session.Day <= rule.CycleUntil
                && !db.ProgrammeParts.Any(part => part.RuleId == rule.Id)
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
                && !db.ProgrammeParts.Any(part => part.RuleId == rule.Id)
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

    /// <summary>The record of a programme that its parts, or training done elsewhere, completed; with what it rests on.</summary>
    private TrainingRecord Append(Guid personId, DateOnly day, ProgrammeProgress progress, NamesOfDay names)
    {
        var (outside, alone) = (progress.Outside, progress.Terms.IsSimple && progress.Outside is null ? progress.By[0] : null);
        var record = Append(new Completion
        {
            PersonId = personId,
            QuizSlug = "",
            CourseSlug = outside?.CourseSlug ?? progress.Terms.Rule.CourseSlug,
            CourseHash = "",
            CreditMinutes = progress.CreditMinutes,
            Day = day,
            Evidence = outside is not null ? Evidence.OutsideTraining : alone is not null ? Evidence.OnlineExamination : Evidence.SeveralParts,
            Points = alone?.Points,
            FullPoints = alone?.FullPoints,
        }, progress.Terms.Rule, names);
        db.RecordParts.AddRange(progress.By.OrderBy(fact => fact.Day).ThenBy(fact => fact.Kind).Select((fact, index) => new RecordPart
        {
            RecordId = record.Id,
            Number = index + 1,
            Kind = fact.Kind,
            SourceId = fact.SourceId,
            Title = fact.Title,
            Day = fact.Day,
            Minutes = fact.Minutes,
        }));
        return record;
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

    private sealed record Entry(TrainingRecord Record, Programme Programme, ProgrammeRule Rule);

    private sealed record NamesOfDay(string Person, string Unit, string Position, Guid? OrganizationId, CorePosition? Core);
}
