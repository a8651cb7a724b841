using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes.Results;

/// <summary>How a quiz goes now, in a handful of statements whatever the number of people.</summary>
public sealed class LiveQuery(Db db, QuizPeople people, DayClock clock)
{
    // More are not looked at one by one: who runs so large a quiz looks at a unit of it.
    private const int MostOpen = 2000;

    public async Task<LiveFigures> RunAsync(string slug, Guid? unitId, CancellationToken cancel)
    {
        var sittings = people.Sittings(slug, unitId);
        var sums = await sittings.GroupBy(sitting => 1).Select(all => new
        {
            Started = all.Select(sitting => sitting.Attempt.PersonId).Distinct().Count(),
            Open = all.Count(sitting => sitting.Attempt.SubmittedAt == null),
            HandedIn = all.Where(sitting => sitting.Attempt.SubmittedAt != null).Select(sitting => sitting.Attempt.PersonId).Distinct().Count(),
            Passed = all.Where(sitting => sitting.Attempt.Passed == true).Select(sitting => sitting.Attempt.PersonId).Distinct().Count(),
        }).SingleOrDefaultAsync(cancel);
        var open = await OpenAsync(sittings, cancel);
        var risks = open.Select(row => (Row: row, Risk: RiskRule.Find(row.Deadline, row.LastSaved ?? row.StartedAt, row.Items, row.Answered, clock.Now)))
            .Where(pair => pair.Risk is not null).ToList();
        var (expected, absent) = await ExpectedAsync(slug, unitId, cancel);
        return new LiveFigures
        {
            At = clock.InZone(clock.Now),
            Expected = expected,
            Absent = absent,
            Started = sums?.Started ?? 0,
            Open = sums?.Open ?? 0,
            Saved = open.Count(row => row.LastSaved is not null),
            HandedIn = sums?.HandedIn ?? 0,
            Passed = sums?.Passed ?? 0,
            AtRiskCount = risks.Count,
            AtRisk = [.. risks.Take(LiveFigures.MostAtRisk).Select(pair => new LiveFigures.RiskLine(
                pair.Row.Id, pair.Row.Name, pair.Row.Unit, (int)(pair.Row.Deadline - clock.Now).TotalMinutes, pair.Row.Answered, pair.Row.Items,
                clock.InZone(pair.Row.LastSaved ?? pair.Row.StartedAt), pair.Risk ?? default))],
        };
    }

    private async Task<(int? Expected, int? Absent)> ExpectedAsync(string slug, Guid? unitId, CancellationToken cancel)
    {
        if (await people.ExpectedAsync(slug, isOwing: false, cancel) is not { } expected || await people.ExpectedAsync(slug, isOwing: true, cancel) is not { } owing)
        {
            return (null, null);
        }

        var all = people.In(unitId);
        return (
            await all.CountAsync(person => expected.Contains(person.Id), cancel),
            await all.CountAsync(person => owing.Contains(person.Id) && !db.Attempts.Any(attempt => attempt.PersonId == person.Id && attempt.QuizSlug == slug), cancel));
    }

    private Task<List<OpenRow>> OpenAsync(IQueryable<Sitting> sittings, CancellationToken cancel) =>
        sittings.Where(sitting => sitting.Attempt.SubmittedAt == null).OrderBy(sitting => sitting.Attempt.Deadline).Take(MostOpen)
            .Select(sitting => new OpenRow
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
            }).ToListAsync(cancel);

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
