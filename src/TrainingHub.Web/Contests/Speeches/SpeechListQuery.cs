using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Contests.Speeches;

/// <summary>Speech contests that the current person may enter, judges or holds.</summary>
public sealed class SpeechListQuery(Db db, FindSpeeches find, CurrentPerson current)
{
    public async Task<SpeechListPage> RunAsync(SpeechFilter filter, CancellationToken cancel)
    {
        var rows = await RowsAsync(filter);
        var pages = Pages.Of(filter.Page, await rows.CountAsync(cancel));
        return new SpeechListPage(filter, await rows.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToListAsync(cancel), pages, await current.MayAsync(Capability.ManageQuizzes));
    }

    /// <summary>Every row of the filter.</summary>
    public async Task<IAsyncEnumerable<SpeechListPage.Row>> AllAsync(SpeechFilter filter) => (await RowsAsync(filter)).AsAsyncEnumerable();

    private async Task<IQueryable<SpeechListPage.Row>> RowsAsync(SpeechFilter filter)
    {
        var (open, mine, managed, personId) = (find.Open().Select(contest => contest.Id), find.Mine().Select(contest => contest.Id), find.Managed().Select(contest => contest.Id), current.Id);
        var contests = await current.MayAsync(Capability.ManageQuizzes)
            ? db.SpeechContests.Where(contest => managed.Contains(contest.Id) || open.Contains(contest.Id) || mine.Contains(contest.Id))
            : db.SpeechContests.Where(contest => open.Contains(contest.Id) || mine.Contains(contest.Id));
        contests = filter.Q is { } typed ? contests.Where(contest => contest.Title.Contains(typed)) : contests;
        var ordered = filter.Order switch
        {
            (SpeechSort.Title, var isDown) => contests.OrderBy(contest => contest.Title, isDown),
            (SpeechSort.Standing, var isDown) => contests.OrderBy(contest => contest.Standing, isDown),
            (_, var isDown) => contests.OrderBy(contest => contest.EntriesUntil, isDown),
        };
        return ordered.ThenBy(contest => contest.Id).AsNoTracking().Select(contest => new SpeechListPage.Row
        {
            Code = contest.Code,
            Title = contest.Title,
            OwnerName = db.Organizations.Where(unit => unit.Id == contest.OrganizationId).Select(unit => unit.Name).First(),
            EntriesUntil = contest.EntriesUntil,
            Standing = contest.Standing,
            Entries = db.SpeechEntries.Count(entry => entry.ContestId == contest.Id && entry.WithdrawnAt == null),
            IsJudge = db.SpeechJudges.Any(judge => judge.ContestId == contest.Id && judge.PersonId == personId && judge.LeftAt == null),
        });
    }
}
