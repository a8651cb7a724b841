using Microsoft.EntityFrameworkCore;
using Npgsql;
using TrainingHub.Questions;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Papers;

/// <summary>
/// Makes attempts of the papers of those whose session is being closed: the same paper and answers, graded as online, handed in at the end of the
/// session's last half-day. Each paper once. Runs in the caller's transaction.
/// </summary>
public sealed class EnterPapers(Db db, QuestionShelf questionShelf, CorrectedQuestions corrected, TellResult tell, Ids ids, DayClock clock)
{
    /// <param name="session">Being closed.</param>
    /// <param name="people">Rows of its list.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>By row of the list; who has no paper here is left out.</returns>
    internal async Task<IReadOnlyDictionary<Guid, Examination>> RunAsync(TrainingSession session, IReadOnlyList<Participant> people, CancellationToken cancel)
    {
        var rows = people.Select(one => one.Id).ToList();
        var papers = await db.SessionPapers.AsNoTracking().Where(paper => rows.Contains(paper.ParticipantId) && db.PaperSheets.Any(sheet => sheet.PaperId == paper.Id)).ToListAsync(cancel);
        if (papers.Count is 0)
        {
            return new Dictionary<Guid, Examination>();
        }

        var paperIds = papers.ConvertAll(paper => paper.Id);
        var sheets = (await db.PaperSheets.AsNoTracking().Where(sheet => paperIds.Contains(sheet.PaperId)).ToListAsync(cancel)).ToLookup(sheet => sheet.PaperId);
        var items = (await db.AttemptItems.AsNoTracking().Where(item => paperIds.Contains(item.AttemptId)).ToListAsync(cancel)).ToLookup(item => item.AttemptId, item => item.AsPaperItem());
        var shown = await questionShelf.QuestionsAsync([.. items.SelectMany(paper => paper).Select(item => item.QuestionHash).Distinct(StringComparer.Ordinal)], cancel);
        var holders = people.ToDictionary(one => one.Id, one => one.PersonId);
        var persons = holders.Values.OfType<Guid>().ToList();
        var slugs = papers.Select(paper => paper.QuizSlug).Distinct(StringComparer.Ordinal).ToList();
        var earlier = (await db.Attempts.AsNoTracking().Where(attempt => slugs.Contains(attempt.QuizSlug) && persons.Contains(attempt.PersonId)).ToListAsync(cancel)).ToLookup(attempt => (attempt.PersonId, attempt.QuizSlug));
        var (begins, ends) = await LastHalfAsync(session.Id, cancel);
        var found = new Dictionary<Guid, Examination>();
        foreach (var paper in papers)
        {
            var personId = holders[paper.ParticipantId];
            List<Attempt> before = personId is { } holder ? [.. earlier[(holder, paper.QuizSlug)]] : [];
            if (before.Find(attempt => attempt.Id == paper.Id) is { } known)
            {
                // Handed in by an earlier closing; a regrade or a correction may have changed its points since.
                found[paper.ParticipantId] = new Examination(known.Points ?? 0, known.FullPoints, known.Passed is true) { Attempt = known };
                continue;
            }

            var last = sheets[paper.Id].OrderBy(sheet => sheet.Number).Last();
            if (last.Means is PaperMeans.Absent)
            {
                found[paper.ParticipantId] = new Examination(0, paper.FullPoints, Passed: false);
                continue;
            }

            var log = PaperSheet.LogOf(sheets[paper.Id]);
            var questions = await corrected.InAsync(paper.QuizSlug, shown, cancel);
            var graded = GradedPaper.Of(items[paper.Id], questions, log, PaperMarks.Of(items[paper.Id], questions, last.Answers, last.Marks).Points);
            if (personId is not { } sitter)
            {
                found[paper.ParticipantId] = new Examination(graded.Points, paper.FullPoints, paper.IsPass(graded.Points));
                continue;
            }

            var attempt = paper.AttemptOf(sitter, NextNumber(before), begins, ends);
            Append(attempt, log, graded, last);
            found[paper.ParticipantId] = new Examination(graded.Points, paper.FullPoints, attempt.Passed is true)
            {
                Attempt = attempt,
                IsToComplete = attempt.Passed is true && !before.Exists(one => one.Passed is true),
            };
        }

        await SaveAsync(cancel);
        await tell.RunAsync([.. found.Values.Select(one => one.Attempt).OfType<Attempt>().Where(attempt => db.Entry(attempt).State is not EntityState.Detached)], cancel);
        return found;
    }

    internal static int NextNumber(IEnumerable<Attempt> before) => before.Select(one => one.Number).DefaultIfEmpty(0).Max() + 1;

    /// <summary>Hands in what a paper became, with the marks of its last sheet; saved by the caller.</summary>
    internal void Append(Attempt attempt, IReadOnlyList<AnswerEntry> log, GradedPaper graded, PaperSheet last)
    {
        attempt.Seal(log);
        attempt.Submit(graded.Points, graded.Answered, clock.Now, graded.WaitsForMarks);
        db.Attempts.Add(attempt);
        db.AnswerEntries.AddRange(log);
        db.AttemptEvents.Add(new AttemptEvent { Id = ids.Next(), AttemptId = attempt.Id, Kind = AttemptEventKind.AtSession, At = last.EnteredAt });
        AppendMarks(attempt.Id, graded, last);
        // Its id is as old as the paper: the count of questions' statistics may have passed it.
        db.Add(new UncountedAttempt { AttemptId = attempt.Id });
    }

    /// <summary>What a sheet says was given for written answers, as marks of the attempt: the newest count. Saved by the caller.</summary>
    internal void AppendMarks(Guid attemptId, GradedPaper graded, PaperSheet sheet) =>
        db.AnswerMarks.AddRange(
            from item in graded.Items
            where sheet.Marks.ContainsKey(item.Item.Number)
            select new AnswerMark
            {
                Id = ids.Next(),
                AttemptId = attemptId,
                Item = item.Item.Number,
                Given = sheet.Marks[item.Item.Number],
                Points = item.Points,
                MarkedAt = sheet.EnteredAt,
                MarkedBy = sheet.EnteredBy,
            });

    internal async Task<(DateTime Begins, DateTime Ends)> LastHalfAsync(Guid sessionId, CancellationToken cancel)
    {
        var half = await db.SessionHalfDays.AsNoTracking().Where(one => one.SessionId == sessionId).OrderByDescending(one => one.Number).FirstAsync(cancel);
        return (TimeZoneInfo.ConvertTimeToUtc(half.Day.ToDateTime(half.Begins), clock.Zone), TimeZoneInfo.ConvertTimeToUtc(half.Day.ToDateTime(half.Ends), clock.Zone));
    }

    // On PostgreSQL somebody may have started online in the same moment; SQLite has one writer.
    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RepeatTransactionException("Another request started an attempt in the same moment.");
        }
    }
}
