using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Quizzes;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Open;

/// <summary>Attempts of people in reach that are listed for a look: nothing follows from it by itself.</summary>
public sealed class DoubtsQuery(Db db, Scope scope)
{
    public async Task<DoubtsPage> RunAsync(FoundOpen found, int page, CancellationToken cancel)
    {
        var all = await FindAsync(found, cancel);
        var pages = Pages.Of(page, all.Count);
        var shown = all.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToList();
        var ids = shown.ConvertAll(one => one.PersonId);
        var names = await db.People.Where(person => ids.Contains(person.Id)).Select(person => new { person.Id, Name = person.AnonymizedAt == null ? person.Name : null, person.StaffNumber }).ToDictionaryAsync(person => person.Id, cancel);
        return new DoubtsPage(found, shown.ConvertAll(one => new DoubtsPage.Row
        {
            AttemptId = one.Id,
            Name = names[one.PersonId].Name,
            StaffNumber = names[one.PersonId].StaffNumber,
            Number = one.Number,
            Points = one.Points,
            Seconds = one.Seconds,
            Left = one.Left,
            Devices = one.Devices,
            Doubt = one.Doubt,
        }), pages);
    }

    private async Task<List<Doubtful>> FindAsync(FoundOpen found, CancellationToken cancel)
    {
        var (slug, floor, reach) = (found.Contest.Slug, found.Contest.SecondsFloor, scope.PeopleInPost(Capability.ManageQuizzes));
        var events = await (
            from one in db.AttemptEvents
            where db.Attempts.Any(attempt => attempt.Id == one.AttemptId && attempt.QuizSlug == slug)
            group one by one.AttemptId into attempt
            select new { attempt.Key, Left = attempt.Count(one => one.Kind == AttemptEventKind.Left), Devices = attempt.Count(one => one.Kind == AttemptEventKind.TakenOver || one.Kind == AttemptEventKind.Refused) }).ToDictionaryAsync(one => one.Key, cancel);
        // Of one contest every paper has as many questions.
        var items = await db.AttemptItems.Where(item => db.Attempts.Any(attempt => attempt.Id == item.AttemptId && attempt.QuizSlug == slug)).Select(item => (int?)item.Number).MaxAsync(cancel) ?? 0;
        var attempts = db.Attempts.AsNoTracking().Where(attempt => attempt.QuizSlug == slug && attempt.SubmittedAt != null && attempt.Points != null && reach.Any(person => person.Id == attempt.PersonId))
            .Select(attempt => new { attempt.Id, attempt.PersonId, attempt.Number, attempt.Points, attempt.StartedAt, attempt.SubmittedAt });
        var all = new List<Doubtful>();
        await foreach (var one in attempts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var sitting = new ContestSitting(one.PersonId, one.Number, one.Points ?? 0, one.StartedAt, one.SubmittedAt ?? one.StartedAt);
            var (left, devices) = events.GetValueOrDefault(one.Id) is { } seen ? (seen.Left, seen.Devices) : (0, 0);
            if (DoubtRule.Of(floor, items, sitting.Seconds, left, devices) is not SittingDoubt.None and var doubt)
            {
                all.Add(new Doubtful(one.Id, one.PersonId, one.Number, sitting.Points, sitting.Seconds, left, devices, doubt));
            }
        }

        return [.. all.OrderByDescending(one => one.Points).ThenBy(one => one.Seconds).ThenBy(one => one.Id)];
    }

    private sealed record Doubtful(Guid Id, Guid PersonId, int Number, int Points, int Seconds, int Left, int Devices, SittingDoubt Doubt);
}
