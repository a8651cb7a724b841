using TrainingHub.Contests.Open;
using TrainingHub.Contests.Speeches;
using TrainingHub.Contests.Stage;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Awards;

/// <summary>The prizes of a contest that the current person holds.</summary>
public sealed class FindPrizes(Db db, FindContest halls, ContestRooms rooms, FindOpen open, OpenRankingQuery rankings, FindSpeeches speeches, SpeechRankingQuery results, DayClock clock)
{
    /// <summary>One list; a tie at the edge may make it longer than planned.</summary>
    public const int Most = 2000;

    /// <param name="kind">First word of the contest's address; null for one in a hall or on a stage.</param>
    /// <param name="code">Of the contest.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Null out of reach.</returns>
    public async Task<PrizeList?> RunAsync(string? kind, string code, CancellationToken cancel) => kind switch
    {
        null => await halls.HeldAsync(code, cancel) is { } hall ? await OfAsync(hall, cancel) : null,
        "open" => await open.ManagedAsync(code, cancel) is { } found ? await OfAsync(found, cancel) : null,
        "speeches" => await speeches.ManagedAsync(code, cancel) is { } contest ? await OfAsync(contest, cancel) : null,
        _ => null,
    };

    /// <summary>People with an account: guests keep their rank, but no certificate can be theirs.</summary>
    private async Task<PrizeList> OfAsync(Contest contest, CancellationToken cancel)
    {
        var room = contest.FinishedAt is null ? null : await rooms.FindAsync(contest.Id, cancel);
        if (room is not null)
        {
            // Another process may have ended it a moment ago.
            await rooms.CatchUpAsync(room, cancel);
        }

        return new PrizeList
        {
            ContestId = contest.Id,
            Path = $"/contests/{contest.Code}",
            Home = contest.IsStage ? $"/contests/{contest.Code}/sheet" : $"/contests/{contest.Code}/results",
            Title = contest.Title,
            OrganizationId = contest.OrganizationId,
            Day = contest.FinishedAt is { } finished ? clock.DayOf(finished) : clock.Today,
            Lines = room is null || !room.Read(state => state.Phase is ContestPhase.Finished) ? null : room.IsOfClasses ? [] : room.IsStage ? await OfStageAsync(contest, room, cancel) :
            [
                .. room.Read(state => state.Ranking).Select(line => (Line: line, Level: contest.Prizes.Of(line.Rank), Person: room.Seat(line.Seat)?.PersonId ?? Guid.Empty)).TakeWhile(one => one.Level is not null)
                    .Where(one => one.Person != Guid.Empty).Take(Most)
                    .Select(one => new PrizeList.Line(one.Person, null, one.Line.Rank, one.Level ?? default, one.Line.Points * 100L, null, null)),
            ],
        };
    }

    /// <summary>A prize of a team is one of each of its named members; a disqualified team has none.</summary>
    private async Task<IReadOnlyList<PrizeList.Line>> OfStageAsync(Contest contest, ContestRoom room, CancellationToken cancel)
    {
        var members = (await db.StagePeopleAsync(contest, cancel)).ToLookup(member => member.Team, member => member.PersonId);
        var teams = room.Read(state => state.Ranking.Where(line => state.Stage is { } stage && !stage.IsDisqualified(line.Seat)).ToList());
        return
        [
            .. from line in teams
               let level = contest.Prizes.Of(line.Rank)
               where level is not null
               from person in members[line.Seat]
               select new PrizeList.Line(person, null, line.Rank, level ?? default, line.Points * 100L, null, null),
        ];
    }

    private async Task<PrizeList> OfAsync(FoundOpen found, CancellationToken cancel)
    {
        var (prizes, full) = (found.Contest.Terms.Prizes, found.Terms.Plan.FullPoints);
        var lines = found.Contest.FrozenAt is null
            ? null
            : (await rankings.RunAsync(found, cancel)).Ranking.People.Select(one => (One: one, Level: prizes.Of(one.Rank))).TakeWhile(one => one.Level is not null).Take(Most)
                .Select(one => new PrizeList.Line(one.One.PersonId, one.One.UnitId, one.One.Rank, one.Level ?? default, one.One.Points * 100L, one.One.Points, full)).ToList();
        return new PrizeList
        {
            ContestId = found.Contest.Id,
            Path = $"/contests/open/{found.Contest.Slug}",
            Home = $"/contests/open/{found.Contest.Slug}",
            Title = found.Terms.Title,
            OrganizationId = found.Contest.OrganizationId,
            Day = clock.DayOf(found.Quiz.ClosesAt),
            Lines = lines,
        };
    }

    private async Task<PrizeList> OfAsync(SpeechContest contest, CancellationToken cancel)
    {
        var prizes = contest.Terms.Prizes;
        var lines = contest.ClosedAt is null
            ? null
            : (await results.RunAsync(contest, cancel)).Where(row => row.Rank is not null).Select(row => (Row: row, Level: prizes.Of(row.Rank ?? 0))).Where(one => one.Level is not null).Take(Most)
                .Select(one => new PrizeList.Line(one.Row.PersonId, one.Row.UnitId, one.Row.Rank ?? 0, one.Level ?? default, one.Row.Score?.Hundredths ?? 0, null, null)).ToList();
        return new PrizeList
        {
            ContestId = contest.Id,
            Path = $"/contests/speeches/{contest.Code}",
            Home = $"/contests/speeches/{contest.Code}",
            Title = contest.Title,
            OrganizationId = contest.OrganizationId,
            Day = contest.ClosedAt is { } closed ? clock.DayOf(closed) : clock.Today,
            Lines = lines,
        };
    }
}
