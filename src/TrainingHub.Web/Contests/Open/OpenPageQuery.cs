using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.Programmes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Open;

/// <summary>An open contest as the current person sees it.</summary>
public sealed class OpenPageQuery(Db db, OpenRankingQuery rankings, QuizReleases releases, CurrentPerson current, DayClock clock)
{
    /// <param name="found">Within reach: the caller has asked.</param>
    /// <param name="group">Number of a group; null: the reader's, else the first.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<OpenPage> RunAsync(FoundOpen found, int? group, int page, CancellationToken cancel)
    {
        var (personId, today) = (current.Id, clock.Today);
        var seen = await TellsAsync(found, cancel) ? await rankings.RunAsync(found, cancel) : null;
        var units = await OwnUnitsAsync(today, cancel);
        var own = seen?.Ranking.Groups.SelectMany(one => one.Schools, (one, school) => (Group: one, School: school)).Where(one => units.Contains(one.School.UnitId)).Select(one => ((SchoolGroup, SchoolRank)?)one).FirstOrDefault();
        var groups = seen?.Ranking.Groups ?? [];
        var shown = groups.FirstOrDefault(one => one.Number == (group ?? own?.Item1.Number)) ?? (groups.Count > 0 ? groups[0] : null);
        var pages = Pages.Of(page, shown?.Schools.Count ?? 0);
        var rows = shown?.Schools.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToList() ?? [];
        return new OpenPage
        {
            Found = found,
            OwnerName = await db.Organizations.Where(unit => unit.Id == found.Contest.OrganizationId).Select(unit => unit.Name).SingleAsync(cancel),
            Seen = seen,
            Mine = seen?.Ranking.People.FirstOrDefault(one => one.PersonId == personId),
            Group = shown,
            Rows = rows,
            Pages = pages,
            Units = await NamesAsync([.. rows.Select(row => row.UnitId), .. own is { } one ? [one.Item2.UnitId] : Array.Empty<Guid>()], cancel),
            Own = own,
            Programmes = [.. (await (
                from rule in db.RulesAsking(found.Contest.Slug).On(today)
                join programme in db.Programmes on rule.ProgrammeId equals programme.Id
                select new { programme.Name, programme.NameEn }).Distinct().ToListAsync(cancel)).Select(programme => (programme.Name, programme.NameEn))],
            TakesPart = await db.QuizzesFor(personId, today).AnyAsync(quiz => quiz.Id == found.Quiz.Id, cancel),
            Day = rankings.DayOf(found),
        };
    }

    /// <summary>Whether results may be told to the current person: who holds the contest sees them, others once the quiz releases its scores.</summary>
    public async Task<bool> TellsAsync(FoundOpen found, CancellationToken cancel) => found.IsManaged || (await releases.OfAsync(found.Quiz, found.Terms, cancel)).Score;

    /// <summary>Units in which the current person holds a post.</summary>
    public async Task<HashSet<Guid>> OwnUnitsAsync(DateOnly today, CancellationToken cancel)
    {
        var personId = current.Id;
        return (await db.Memberships.On(today).Where(post => post.PersonId == personId).Select(post => post.OrganizationId).ToListAsync(cancel)).ToHashSet();
    }

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> units, CancellationToken cancel) =>
        await db.Organizations.Where(unit => units.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
}
