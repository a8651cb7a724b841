using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Contests.Awards;
using TrainingHub.Contests.Stage;
using TrainingHub.Hosting;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests;

/// <summary>Who took part in a contest enough for its hours, by what they answered, and who has them.</summary>
public sealed class CreditsQuery(Db db, Scope scope, FindContest find, ContestRooms rooms, PrizesQuery names, DayClock clock)
{
    /// <summary>Null when there is no such contest in reach, or it was not prepared.</summary>
    public async Task<CreditsPage?> RunAsync(string code, int page, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { } contest || await rooms.FindAsync(contest.Id, cancel) is not { } room)
        {
            return null;
        }

        var players = await PlayersAsync(contest, room, cancel);
        var credits = await db.ContestCredits.AsNoTracking().Where(credit => credit.ContestId == contest.Id).ToDictionaryAsync(credit => credit.PersonId, cancel);
        var pages = Pages.Of(page, players.Count);
        var shown = players.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).ToList();
        var known = await names.NamesAsync([.. shown.Select(player => player.PersonId)], DayOf(contest), cancel);
        var ids = shown.Select(player => credits.GetValueOrDefault(player.PersonId)?.Id).OfType<Guid>().ToList();
        var revoked = await db.Revocations.Where(one => ids.Contains(one.RecordId)).ToDictionaryAsync(one => one.RecordId, one => one.Reason, cancel);
        return new CreditsPage(
            contest, contest.IsStage ? null : room.Read(state => state.Questions.Count(question => question.Counts)),
            shown.ConvertAll(player => new CreditsPage.Row(
                player.PersonId, known.GetValueOrDefault(player.PersonId)?.Name, known.GetValueOrDefault(player.PersonId)?.Unit, player.Answered, player.Asked, ContestCredit.IsEarned(player.Answered, player.Asked),
                credits.GetValueOrDefault(player.PersonId), credits.GetValueOrDefault(player.PersonId) is { } credit ? revoked.GetValueOrDefault(credit.Id) : null)),
            pages,
            contest.FinishedAt is null ? 0 : players.Count(player => ContestCredit.IsEarned(player.Answered, player.Asked) && !credits.ContainsKey(player.PersonId)),
            credits.Count,
            await MayRevokeAsync(contest, cancel));
    }

    /// <summary>Whether the current person may take back what stands in the ledger of the unit that holds it.</summary>
    public Task<bool> MayRevokeAsync(Contest contest, CancellationToken cancel) =>
        scope.Organizations(Capability.RevokeRecords).AnyAsync(unit => unit == contest.OrganizationId, cancel);

    /// <summary>On which it ended, in the zone; today while it goes on.</summary>
    public DateOnly DayOf(Contest contest) => contest.FinishedAt is { } at ? clock.DayOf(at) : clock.Today;

    /// <summary>
    /// Each player with an account in the order of the ranking: how many questions count, and how many of them were answered. On a stage the named members of
    /// the teams that were not disqualified; what a team had to answer, and answered, holds for all of them.
    /// </summary>
    internal async Task<List<(Guid PersonId, int Answered, int Asked)>> PlayersAsync(Contest contest, ContestRoom room, CancellationToken cancel)
    {
        var members = (await db.StagePeopleAsync(contest, cancel)).ToLookup(member => member.Team, member => member.PersonId);
        return room.Read(state => state.Stage is { } stage ? OfStage(stage, members) : state.IsOfClasses ? [] : OfHall(room, state));
    }

    private static List<(Guid PersonId, int Answered, int Asked)> OfStage(StageState stage, ILookup<int, Guid> members) =>
    [
        .. from line in stage.Ranking
           where !stage.IsDisqualified(line.Seat)
           let part = stage.PartOf(line.Seat)
           from person in members[line.Seat]
           select (person, part.Answered, part.Asked),
    ];

    private static List<(Guid PersonId, int Answered, int Asked)> OfHall(ContestRoom room, ContestState state)
    {
        List<ContestQuestion> counting = [.. state.Questions.Where(question => question.Counts)];
        return
        [
            .. from line in state.Ranking
               let person = room.Seat(line.Seat)?.PersonId ?? Guid.Empty
               where person != Guid.Empty
               select (person, counting.Count(question => question.Answers.ContainsKey(line.Seat)), counting.Count),
        ];
    }
}
