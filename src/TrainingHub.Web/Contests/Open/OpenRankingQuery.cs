using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Organizations;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Open;

/// <summary>
/// The ranking of an open contest: the final one as it was frozen, else as the attempts stand now. Two narrow reads make it, whatever the number of
/// pages: who takes part, and their attempts.
/// </summary>
public sealed class OpenRankingQuery(Db db, RankingShelf shelf, IServiceScopeFactory scopes, DayClock clock)
{
    // A ranking of fewer rows is made for each reader.
    private const int Many = 5000;

    private const OrganizationKind SchoolKinds =
        OrganizationKind.School | OrganizationKind.TownshipCentralSchool | OrganizationKind.Campus | OrganizationKind.VocationalCollege | OrganizationKind.University;

    public Task<SeenRanking> RunAsync(FoundOpen found, CancellationToken cancel)
    {
        var now = clock.Now;
        var mark = found.Contest.FrozenAt is not null ? "final" : string.Create(CultureInfo.InvariantCulture, $"{found.Contest.Version}/{found.Quiz.Version}/{clock.Today:O}");
        return shelf.GetAsync(found.Contest.Id, mark, now, () => ReadAsync(found, now, cancel), async () =>
        {
            await using var own = scopes.CreateAsyncScope();
            return await own.ServiceProvider.GetRequiredService<OpenRankingQuery>().ReadAsync(found, now, CancellationToken.None);
        }, cancel);
    }

    /// <summary>What the shelf keeps, and until when it is fresh.</summary>
    private async Task<(SeenRanking Seen, DateTime? Until)> ReadAsync(FoundOpen found, DateTime now, CancellationToken cancel)
    {
        if (found.Contest.FrozenAt is not null)
        {
            var frozen = await db.FrozenRankings.AsNoTracking().SingleAsync(one => one.ContestId == found.Contest.Id, cancel);
            return (new SeenRanking(RankingFile.Read(frozen).Ranking, frozen.At), RankingShelf.Never);
        }

        var made = await MakeAsync(found, cancel);
        return (new SeenRanking(made.Ranking, now), made.Rows > Many ? now + RankingShelf.Fresh : null);
    }

    /// <summary>Everything that the ranking is made from: of a final one as it was when it became final, where that was kept; else as the attempts stand now.</summary>
    public async Task<OpenLog> LogAsync(FoundOpen found, CancellationToken cancel)
    {
        if (found.Contest.FrozenAt is null)
        {
            return (await MakeAsync(found, cancel)).Log;
        }

        var (ranking, log) = RankingFile.Read(await db.FrozenRankings.AsNoTracking().SingleAsync(one => one.ContestId == found.Contest.Id, cancel));
        return log ?? (await MakeAsync(found, cancel)).LogOf(ranking);
    }

    /// <summary>As the attempts stand now.</summary>
    public async Task<MadeRanking> MakeAsync(FoundOpen found, CancellationToken cancel)
    {
        var (slug, day) = (found.Contest.Slug, DayOf(found));
        var places = new Dictionary<Guid, ContestPlace>();
        // Of several posts the primary counts, else the earliest, else the lower id.
        var posts = db.AudiencePostsOf(found.Quiz, day).OrderByDescending(post => post.IsPrimary).ThenBy(post => post.From).ThenBy(post => post.FactId).Select(post => new { post.PersonId, post.OrganizationId });
        await foreach (var post in posts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            places.TryAdd(post.PersonId, new ContestPlace(post.PersonId, post.OrganizationId));
        }

        var schools = await db.OrganizationDetails.On(day).Where(unit => (unit.Kind & SchoolKinds) != OrganizationKind.None).Select(unit => unit.OrganizationId).ToListAsync(cancel);
        var sittings = new List<ContestSitting>();
        var attempts = db.Attempts.AsNoTracking().Where(attempt => attempt.QuizSlug == slug && attempt.SubmittedAt != null)
            .Select(attempt => new { attempt.PersonId, attempt.Number, attempt.Points, attempt.StartedAt, attempt.SubmittedAt });
        await foreach (var one in attempts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            sittings.Add(new ContestSitting(one.PersonId, one.Number, one.Points ?? 0, one.StartedAt, one.SubmittedAt ?? one.StartedAt, one.Points is not null));
        }

        return new MadeRanking(found.Contest.Terms, found.Terms.Counts, places.Values, schools.ToHashSet(), sittings);
    }

    /// <summary>统计日: today, and once the window is over its last day.</summary>
    public DateOnly DayOf(FoundOpen found) => clock.DayOf(found.Quiz.ClosesAt) is var closed && closed < clock.Today ? closed : clock.Today;
}
