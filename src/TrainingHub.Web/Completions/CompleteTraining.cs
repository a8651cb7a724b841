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
    Db db, Transactions transactions, IFigures figures, IssueCertificate issue, ReviewQuery reviews, CorrectionQuery corrections, TellRevoked tell, Ids ids, DayClock clock, ILogger<CompleteTraining> logger)
{
    /// <summary>
    /// The records of this completion: one per programme that the quiz completes, or of whose parts it is the last, and whose cycle the day falls in;
    /// none when it completes none. Asked again for the same attempt it appends nothing and answers with what there is.
    /// </summary>
    public Task<IReadOnlyList<TrainingRecord>> RunAsync(Completion completion, CancellationToken cancel) =>
        transactions.RunAsync<IReadOnlyList<TrainingRecord>>(async cancel =>
        {
            var entries = await EnterAsync([completion], cancel);
            // Asked for afterwards: whoever comes in the same moment as somebody else is answered with what the other entered.
            var earlier = await EarlierAsync(completion, cancel);
            earlier.RemoveAll(record => entries.Exists(entry => entry.Record.Id == record.Id));
            entries.AddRange(await EnterReviewsAsync([completion.PersonId], [], lapse: null, touched: null, only: null, cancel));
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
            var entries = await EnterReviewsAsync(people, programmes, lapse, touched: null, only: null, cancel);
            await FinishAsync(entries, lapse is null ? [] : people, cancel);
            return [.. entries.Select(entry => entry.Record)];
        }, cancel);

    /// <summary>
    /// Enters a step of a session's closing for many people at once: revokes what an earlier closing said and is no longer so, appends the records of
    /// who was there and of who passed, counts once for all of them, issues the certificates. Whoever has a record of this closing gets no second one.
    /// </summary>
    /// <returns>
    /// The records appended; none of the session's programme when the day lies outside its cycle, or it asks for more than one thing.
    /// </returns>
    public Task<IReadOnlyList<TrainingRecord>> RunAsync(SessionCompletion session, CancellationToken cancel) =>
        transactions.RunAsync<IReadOnlyList<TrainingRecord>>(async cancel =>
        {
            var entries = await EnterSessionAsync(session, cancel);
            entries.AddRange(await EnterAsync(session.Papers, cancel));
            var appended = entries.Count;
            var lapse = session.Closing > 1 ? session.Why : null;
            // Of what fell elsewhere meanwhile this session says nothing.
            HashSet<Guid> touched = [session.SessionId, .. session.Revoked.Select(one => one.RecordId)];
            entries.AddRange(await EnterReviewsAsync(session.Reviewed, [], lapse, touched, only: null, cancel));
            await tell.RunAsync([.. session.Revoked.Select(one => one.RecordId)], session.Why.Reason, cancel);
            await FinishAsync(entries, [.. session.Revoked.Select(one => one.PersonId).Union(lapse is null ? [] : session.Reviewed)], cancel);
            LogSession(logger, session.SessionId, appended, session.Revoked.Count);
            return [.. entries.Select(entry => entry.Record)];
        }, cancel);

    /// <summary>
    /// Enters what a corrected paper leads to, and revokes with its reason what it led to and is no longer so: records, certificates, figures, and the
    /// programmes of several parts that rest on it. Called after the corrected points were saved, in the same transaction.
    /// </summary>
    public Task RunAsync(PaperCorrection correction, CancellationToken cancel) =>
        transactions.RunAsync(async cancel =>
        {
            var (plan, attemptId) = (await corrections.RunAsync(correction, cancel), (Guid?)correction.AttemptId);
            db.Revocations.AddRange(plan.Revokes.Select(record => RevocationOf(record.Id, correction.Why)));
            // Of one attempt there is one record in a programme, revoked or not; the next one is known by the session.
            var used = await db.TrainingRecords.Where(record => record.AttemptId == attemptId).Select(record => record.ProgrammeId).ToHashSetAsync(cancel);
            var entries = new List<Entry>();
            foreach (var (completion, programme, rule) in plan.Appends)
            {
                var names = await NamesOfDayAsync([correction.PersonId], completion.Day, cancel);
                var entered = used.Contains(programme.Id) ? completion with { AttemptId = null, SessionId = correction.SessionId } : completion;
                entries.Add(new Entry(Append(entered, rule, names[correction.PersonId]), programme, rule));
            }

            await SaveAsync(cancel);
            HashSet<Guid> touched = [correction.SessionId, correction.AttemptId, .. plan.Revokes.Select(record => record.Id)];
            entries.AddRange(await EnterReviewsAsync([correction.PersonId], [], correction.Why, touched, only: null, cancel));
            await tell.RunAsync([.. plan.Revokes.Select(record => record.Id)], correction.Why.Reason, cancel);
            await FinishAsync(entries, [correction.PersonId], cancel, correction.IsLook);
            if (!correction.IsLook)
            {
                LogSession(logger, correction.SessionId, entries.Count, plan.Revokes.Count);
            }
        }, cancel);

    /// <summary>Appends a row that takes the place of a revoked one, with the same facts and what they rested on. Runs in the caller's transaction.</summary>
    internal async Task RestoreAsync(TrainingRecord revoked, Lapse why, CancellationToken cancel)
    {
        var day = revoked.CompletionDay;
        var rules = db.ProgrammeRules.Known();
        var rule = await rules.AsNoTracking().Where(one => one.ProgrammeId == revoked.ProgrammeId)
            .OrderByDescending(one => one.From <= day && day <= one.Until).ThenByDescending(one => one.From).FirstAsync(cancel);
        var programme = await db.Programmes.AsNoTracking().SingleAsync(one => one.Id == revoked.ProgrammeId, cancel);
        var record = Append(new Completion
        {
            PersonId = revoked.PersonId,
            QuizSlug = "",
            CourseSlug = revoked.CourseSlug,
            CourseHash = revoked.CourseHash,
            CreditMinutes = revoked.CreditMinutes,
            Day = day,
            Evidence = revoked.Evidence,
            // As of a corrected paper: the attempt stands in the record before, the session tells whose place it takes.
            SessionId = revoked.SessionId ?? await db.SessionPapers.Where(paper => paper.Id == revoked.AttemptId).Select(paper => (Guid?)paper.SessionId).SingleOrDefaultAsync(cancel),
            SessionClosing = await NextRestoredAsync(revoked, cancel),
            Points = revoked.Points,
            FullPoints = revoked.FullPoints,
            Restores = (revoked.Id, why),
        }, revoked.ProgrammeId, revoked.ValidUntil, await NamesOfAsync(revoked, cancel));
        var parts = await db.RecordParts.AsNoTracking().Where(part => part.RecordId == revoked.Id).ToListAsync(cancel);
        db.RecordParts.AddRange(parts.Select(part => new RecordPart
        {
            RecordId = record.Id,
            Number = part.Number,
            Kind = part.Kind,
            SourceId = part.SourceId,
            Title = part.Title,
            Day = part.Day,
            Minutes = part.Minutes,
        }));
        await SaveAsync(cancel);
        await FinishAsync([new Entry(record, programme, rule)], [], cancel);
    }

    // Of one closing there is one record: those that a person restored have numbers of their own, far from those of closings and of corrected sheets.
    private async Task<int?> NextRestoredAsync(TrainingRecord revoked, CancellationToken cancel) =>
        revoked.SessionClosing is null ? null
        : Math.Min(TrainingRecord.FirstRestored, await db.TrainingRecords
            .Where(record => record.SessionId == revoked.SessionId && record.PersonId == revoked.PersonId && record.ProgrammeId == revoked.ProgrammeId).MinAsync(record => record.SessionClosing, cancel) ?? 0) - 1;

    /// <summary>Enters which of these people have done already what a programme asks. Runs in the caller's transaction.</summary>
    /// <returns>How many records were appended.</returns>
    internal async Task<int> EnterEarlierAsync(IReadOnlyCollection<Guid> people, Guid programmeId, CancellationToken cancel)
    {
        var entries = await EnterReviewsAsync(people, [], lapse: null, touched: null, programmeId, cancel);
        await FinishAsync(entries, [], cancel);
        return entries.Count;
    }

    private async Task<List<Entry>> EnterReviewsAsync(
        IReadOnlyCollection<Guid> people, IReadOnlyCollection<Guid> programmes, Lapse? lapse, IReadOnlySet<Guid>? touched, Guid? only, CancellationToken cancel)
    {
        var found = await reviews.RunAsync(people, programmes, only, touched, cancel);
        if (found.Count == 0)
        {
            return [];
        }

        if (lapse is { } why)
        {
            db.Revocations.AddRange(found.SelectMany(one => one.Review.Lapsed).Select(record => RevocationOf(record, why)));
        }

        // A record that has lost a part stands until somebody says why it falls; until then it is not doubled.
        var completed = found.Where(one => one.Review.Completes is not null && (lapse is not null || one.Review.Lapsed.Count == 0)).ToList();
        var wanted = completed.Select(one => one.ProgrammeId).Distinct().ToList();
        var byId = await db.Programmes.AsNoTracking().Where(programme => wanted.Contains(programme.Id)).ToDictionaryAsync(programme => programme.Id, cancel);
        List<Entry> entries = [];
        foreach (var day in completed.GroupBy(one => one.Review.Completes!.CompletedOn!.Value))
        {
            var names = await NamesOfDayAsync([.. day.Select(one => one.PersonId)], day.Key, cancel);
            entries.AddRange(day.Select(one => new Entry(Append(one, day.Key, lapse, names[one.PersonId]), byId[one.ProgrammeId], one.Review.Completes!.Terms.Rule)));
        }

        await SaveAsync(cancel);
        return entries;
    }

    /// <summary>Figures once for all, then the certificates: their counter comes last.</summary>
    private async Task FinishAsync(List<Entry> entries, IReadOnlyCollection<Guid> changed, CancellationToken cancel, bool isLook = false)
    {
        Guid[] people = [.. entries.Select(entry => entry.Record.PersonId).Union(changed)];
        if (people.Length == 0)
        {
            return;
        }

        await figures.CountAgainAsync(new FactsChanged { People = people }, cancel);
        // Counters always in the same order: those of one issuer stand beside each other.
        foreach (var same in entries.GroupBy(entry => (entry.Programme.OrganizationId, IsOutside: entry.Record.Evidence is Evidence.OutsideTraining, RuleId: entry.Rule.Id))
            .OrderBy(group => group.Key.OrganizationId).ThenBy(group => group.Key.IsOutside).ThenBy(group => group.Key.RuleId).Select(group => group.ToList()))
        {
            await issue.RunAsync(same.ConvertAll(entry => entry.Record), same[0].Programme, same[0].Rule, cancel);
            (isLook ? [] : same).ForEach(entry => LogCompleted(logger, entry.Record.Id, entry.Record.ProgrammeId));
        }
    }

    private Revocation RevocationOf(Guid recordId, Lapse why) => new() { Id = ids.Next(), RecordId = recordId, RecordedAt = clock.Now, RecordedBy = why.By, Reason = why.Reason, IsConsequence = true };

    /// <summary>Records of what was passed, one for each programme that it completes and that its attempt has none of yet, or has lost by a correction of its paper.</summary>
    private async Task<List<Entry>> EnterAsync(IReadOnlyList<Completion> completions, CancellationToken cancel)
    {
        var attempts = completions.Select(one => one.AttemptId).OfType<Guid>().ToList();
        var earlier = (await db.TrainingRecords.Where(record => record.AttemptId != null && attempts.Contains(record.AttemptId.Value)).Select(record => new { record.AttemptId, record.ProgrammeId }).ToListAsync(cancel))
            .Select(record => (record.AttemptId, record.ProgrammeId)).ToHashSet();
        var lost = earlier.Count == 0 ? [] : await LostAsync(attempts, cancel);
        var entries = new List<Entry>();
        foreach (var same in completions.GroupBy(one => (one.QuizSlug, one.Day)))
        {
            if (await db.ProgrammesOfAsync(same.Key.QuizSlug, same.Key.Day, cancel) is not { Count: > 0 } programmes)
            {
                continue;
            }

            var names = await NamesOfDayAsync([.. same.Select(one => one.PersonId)], same.Key.Day, cancel);
            entries.AddRange(
                from one in same
                from found in programmes
                let key = (one.AttemptId, found.Programme.Id)
                where !earlier.Contains(key) || lost.ContainsKey(key)
                // Of one attempt there is one record in a programme, revoked or not; the next one is known by the session.
                let entered = lost.TryGetValue(key, out var sessionId) ? one with { AttemptId = null, SessionId = sessionId } : one
                select new Entry(Append(entered, found.Rule, names[one.PersonId]), found.Programme, found.Rule));
        }

        await SaveAsync(cancel);
        return entries;
    }

    /// <summary>Attempts and programmes whose records were all revoked by corrections of the paper, and for no other reason, with the paper's session.</summary>
    private async Task<Dictionary<(Guid? AttemptId, Guid ProgrammeId), Guid>> LostAsync(List<Guid> attempts, CancellationToken cancel) => (await (
        from record in db.TrainingRecords
        where record.AttemptId != null && attempts.Contains(record.AttemptId.Value)
        join paper in db.SessionPapers on record.AttemptId equals paper.Id
        where !db.TrainingRecords.Any(other => other.PersonId == record.PersonId && other.ProgrammeId == record.ProgrammeId && (other.AttemptId == paper.Id || other.SessionId == paper.SessionId)
            && !db.Revocations.Any(revocation => revocation.RecordId == other.Id && revocation.IsConsequence
                && db.PaperSheets.Any(sheet => sheet.PaperId == paper.Id && sheet.EnteredBy == revocation.RecordedBy && sheet.Reason == revocation.Reason)))
        select new { record.AttemptId, record.ProgrammeId, paper.SessionId }).ToListAsync(cancel))
        .ToDictionary(one => (one.AttemptId, one.ProgrammeId), one => one.SessionId);

    /// <summary>Records of who was present enough; what an earlier closing said and is no longer so is revoked.</summary>
    private async Task<List<Entry>> EnterSessionAsync(SessionCompletion session, CancellationToken cancel)
    {
        var programmes = session.ProgrammeId is { } programmeId ? await db.SessionProgrammesAsync(programmeId, session.Day, cancel) : [];
        var people = session.People.Select(one => one.PersonId).ToList();
        var (entered, used) = await EnteredAsync(session, people, cancel);
        var names = await NamesOfDayAsync(programmes.Count == 0 ? [] : people, session.Day, cancel);
        List<Entry> entries =
        [
            .. from found in programmes
               from one in session.People
               where !entered.Contains((one.PersonId, found.Programme.Id))
               let completion = session.Of(one.PersonId, one.CreditMinutes)
               let once = used.Contains((completion.AttemptId, found.Programme.Id)) ? completion with { AttemptId = null } : completion
               select new Entry(Append(once, found.Rule, names[one.PersonId]), found.Programme, found.Rule),
        ];
        db.Revocations.AddRange(session.Revoked.Select(one => RevocationOf(one.RecordId, session.Why)));
        await SaveAsync(cancel);
        return entries;
    }

    /// <summary>
    /// Who needs no record of this step: it wrote one already, somebody revoked theirs by hand, or, in a programme that only asks for the same as the session's, one
    /// stands. And which attempts have theirs: of one attempt there is one record in a programme, revoked or not.
    /// </summary>
    private async Task<(HashSet<(Guid PersonId, Guid ProgrammeId)> Entered, HashSet<(Guid? AttemptId, Guid ProgrammeId)> Used)> EnteredAsync(
        SessionCompletion session, List<Guid> people, CancellationToken cancel)
    {
        var attempts = session.Passed.Values.Select(one => one.AttemptId).OfType<Guid>().ToList();
        var byHand = db.RevokedByHand();
        var rows = await db.TrainingRecords.Where(record => people.Contains(record.PersonId)
                && (record.SessionId == session.SessionId || (record.AttemptId != null && attempts.Contains(record.AttemptId.Value))
                    || (db.SessionPapers.Any(paper => paper.SessionId == session.SessionId && paper.Id == record.AttemptId) && byHand.Any(revocation => revocation.RecordId == record.Id))))
            .Select(record => new
            {
                record.Id,
                record.PersonId,
                record.ProgrammeId,
                record.AttemptId,
                IsOfStep = record.SessionId == session.SessionId && record.SessionClosing == session.Closing,
                IsRevoked = db.Revocations.Any(revocation => revocation.RecordId == record.Id),
                IsRevokedByHand = byHand.Any(revocation => revocation.RecordId == record.Id),
            }).ToListAsync(cancel);
        var falling = session.Revoked.Select(one => one.RecordId).ToHashSet();
        var standing = rows.Where(row => !row.IsRevoked).Select(row => (row.PersonId, row.ProgrammeId)).ToHashSet();
        return (
            [.. rows.Where(row => row.IsOfStep || (row.IsRevokedByHand && !standing.Contains((row.PersonId, row.ProgrammeId)))
                || (row.ProgrammeId != session.ProgrammeId && !row.IsRevoked && !falling.Contains(row.Id))).Select(row => (row.PersonId, row.ProgrammeId))],
            [.. rows.Where(row => row.AttemptId is not null).Select(row => (row.AttemptId, row.ProgrammeId))]);
    }

    private async Task<List<TrainingRecord>> EarlierAsync(Completion completion, CancellationToken cancel) =>
        completion.AttemptId is { } attemptId
            ? await db.TrainingRecords.AsNoTracking().Where(r => r.AttemptId == attemptId).ToListAsync(cancel)
            : [];

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
    private TrainingRecord Append(ReviewQuery.PersonReview found, DateOnly day, Lapse? why, NamesOfDay names)
    {
        var progress = found.Review.Completes!;
        var (outside, alone) = (progress.Outside, progress.Terms.IsSimple && progress.Outside is null ? progress.By[0] : null);
        var record = Append(new Completion
        {
            PersonId = found.PersonId,
            Restores = found.Review.Restores is { } restored ? (restored, why) : null,
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

    /// <summary>As the record has them, unless they were overwritten since.</summary>
    private async Task<NamesOfDay> NamesOfAsync(TrainingRecord record, CancellationToken cancel)
    {
        var kept = await db.RecordNames.AsNoTracking().SingleAsync(names => names.RecordId == record.Id, cancel);
        var names = kept.IsAnonymized
            ? (await NamesOfDayAsync([record.PersonId], record.CompletionDay, cancel))[record.PersonId]
            : new NamesOfDay(kept.PersonName, kept.UnitName, kept.PositionName, null, null);
        return names with { OrganizationId = record.OrganizationId, Core = record.Position };
    }

    private TrainingRecord Append(Completion completion, ProgrammeRule rule, NamesOfDay day) =>
        Append(completion, rule.ProgrammeId, rule.ValidityMonths is { } months ? completion.Day.AddMonths(months).AddDays(-1) : null, day);

    private TrainingRecord Append(Completion completion, Guid programmeId, DateOnly? validUntil, NamesOfDay day)
    {
        var id = ids.Next();
        var names = RecordNames.Of(id, day.Person, day.Unit, day.Position);
        var record = new TrainingRecord
        {
            Id = id,
            PersonId = completion.PersonId,
            ProgrammeId = programmeId,
            CourseSlug = completion.CourseSlug,
            CourseHash = completion.CourseHash,
            OrganizationId = day.OrganizationId,
            Position = day.Core,
            CompletionDay = completion.Day,
            ValidUntil = validUntil,
            RecordedAt = clock.Now,
            Evidence = completion.Evidence,
            AttemptId = completion.AttemptId,
            SessionId = completion.SessionId,
            SessionClosing = completion.SessionClosing,
            Points = completion.Points,
            FullPoints = completion.FullPoints,
            CreditMinutes = completion.CreditMinutes,
            RestoresId = completion.Restores?.RecordId,
            RestoredBy = completion.Restores?.Why?.By,
            RestoreReason = completion.Restores?.Why?.Reason,
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
