using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Results;

/// <summary>How a quiz goes now, in a handful of statements whatever the number of people.</summary>
public sealed class LiveQuery(Db db, QuizPeople people, DayClock clock)
{
    public async Task<LiveFigures> RunAsync(string slug, Guid? unitId, CancellationToken cancel)
    {
        var sittings = people.Sittings(slug, unitId);
        var sums = await sittings.GroupBy(sitting => 1).Select(all => new
        {
            Started = all.Select(sitting => sitting.Attempt.PersonId).Distinct().Count(),
            Open = all.Count(sitting => sitting.Attempt.SubmittedAt == null),
            HandedIn = all.Where(sitting => sitting.Attempt.SubmittedAt != null).Select(sitting => sitting.Attempt.PersonId).Distinct().Count(),
            Graded = all.Where(sitting => sitting.Attempt.Points != null).Select(sitting => sitting.Attempt.PersonId).Distinct().Count(),
        }).SingleOrDefaultAsync(cancel);
        var counting = await people.CountingAsync(slug, sittings, cancel);
        var now = clock.Now;
        var atRisk = AtRisk(sittings, now);
        var shown = await atRisk.OrderBy(row => row.Deadline).ThenBy(row => row.Id).Take(LiveFigures.MostAtRisk).ToListAsync(cancel);
        return new LiveFigures
        {
            At = clock.InZone(now),
            Expected = await ExpectedAsync(slug, unitId, cancel),
            Started = sums?.Started ?? 0,
            Open = sums?.Open ?? 0,
            Saved = await sittings.CountAsync(sitting => sitting.Attempt.SubmittedAt == null && db.AnswerEntries.Any(entry => entry.AttemptId == sitting.Attempt.Id), cancel),
            HandedIn = sums?.HandedIn ?? 0,
            Passed = await counting.Where(sitting => sitting.Attempt.Passed == true).Select(sitting => sitting.Attempt.PersonId).Distinct().CountAsync(cancel),
            Waiting = sums is null ? 0 : sums.HandedIn - sums.Graded,
            AtRiskCount = shown.Count < LiveFigures.MostAtRisk ? shown.Count : await atRisk.CountAsync(cancel),
            AtRisk =
            [
                .. from row in shown
                   let lastSeen = row.LastSaved ?? row.StartedAt
                   select new LiveFigures.RiskLine(
                       row.Id, row.Name, row.Unit, (int)(row.Deadline - now).TotalMinutes, row.Answered, row.Items, clock.InZone(lastSeen),
                       RiskRule.Find(row.Deadline, lastSeen, row.Items, row.Answered, now) ?? SittingRisk.Silent),
            ],
        };
    }

    private async Task<LiveFigures.ExpectedFigures?> ExpectedAsync(string slug, Guid? unitId, CancellationToken cancel)
    {
        if (await people.ExpectedAsync(slug, isOwing: false, cancel) is not { } expected || await people.ExpectedAsync(slug, isOwing: true, cancel) is not { } owing)
        {
            return null;
        }

        var all = people.In(unitId);
        return new LiveFigures.ExpectedFigures(
            await all.CountAsync(person => expected.Contains(person.Id), cancel),
            await all.CountAsync(person => expected.Contains(person.Id) && db.Attempts.Any(attempt => attempt.PersonId == person.Id && attempt.QuizSlug == slug), cancel),
            await all.CountAsync(person => owing.Contains(person.Id) && !db.Attempts.Any(attempt => attempt.PersonId == person.Id && attempt.QuizSlug == slug), cancel));
    }

    /// <summary>Those in whom <see cref="RiskRule"/> finds a risk. The database asks it, so that a county of thousands is counted and not read.</summary>
    private IQueryable<OpenRow> AtRisk(IQueryable<Sitting> sittings, DateTime now)
    {
        var (littleUntil, silentSince) = (now + RiskRule.Little, now - RiskRule.Silence);
        return Open(sittings.Where(sitting => sitting.Attempt.SubmittedAt == null && sitting.Attempt.Deadline >= now
                && (sitting.Attempt.Deadline <= littleUntil
                    || (sitting.Attempt.StartedAt <= silentSince && !db.AnswerEntries.Any(entry => entry.AttemptId == sitting.Attempt.Id && entry.SavedAt > silentSince)))))
            .Where(row => row.Answered < row.Items
                && ((row.Deadline <= littleUntil && (row.Items - row.Answered) * 3 >= row.Items)
                    || (row.StartedAt <= silentSince && (row.LastSaved == null || row.LastSaved <= silentSince))));
    }

    private IQueryable<OpenRow> Open(IQueryable<Sitting> sittings) =>
        sittings.Select(sitting => new OpenRow
        {
            Id = sitting.Attempt.Id,
            Name = sitting.Person.AnonymizedAt == null ? sitting.Person.Name : null,
            Unit = db.Organizations.Where(unit => unit.Id == sitting.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            StartedAt = sitting.Attempt.StartedAt,
            Deadline = sitting.Attempt.Deadline,
            Items = db.AttemptItems.Count(item => item.AttemptId == sitting.Attempt.Id),
            Answered = db.AnswerEntries.Count(entry => entry.AttemptId == sitting.Attempt.Id && entry.Choice != ""
                && !db.AnswerEntries.Any(later => later.AttemptId == entry.AttemptId && later.Item == entry.Item && later.Version > entry.Version)),
            LastSaved = db.AnswerEntries.Where(entry => entry.AttemptId == sitting.Attempt.Id).Max(entry => (DateTime?)entry.SavedAt),
        });

    private sealed class OpenRow
    {
        public required Guid Id { get; init; }
        public required string? Name { get; init; }
        public required string? Unit { get; init; }
        public required DateTime StartedAt { get; init; }
        public required DateTime Deadline { get; init; }
        public required int Items { get; init; }
        public required int Answered { get; init; }
        public required DateTime? LastSaved { get; init; }
    }
}
