using TrainingHub.Hosting;
using TrainingHub.Quizzes.Results;

namespace TrainingHub.Contests;

/// <summary>What came of a contest, for who holds it. Of a question that was not revealed, or was withdrawn, nothing is told.</summary>
public sealed class ContestResultQuery(FindContest find, ContestRooms rooms, AnalysisQuery analysis)
{
    /// <summary>Null when there is no such contest in reach, it was not prepared, or it is one on a stage, which has a result sheet of its own.</summary>
    public async Task<ContestResultPage?> RunAsync(string code, int page, CancellationToken cancel)
    {
        if (await RoomAsync(code, cancel) is not ({ IsStage: false } contest, var room))
        {
            return null;
        }

        var teams = room.TeamsOfSeats();
        var (ranking, mistakes, few, questions, rules) = room.Read(state => (
            state.Ranking,
            state.MistakesSent,
            state.Questions.Where(question => question.Counts).SelectMany(question => question.Tallies).Where(tally => tally.Value.Present is null).CountBy(tally => tally.Key).ToDictionary(),
            state.Questions.Where(question => question.Counts).Select(question => LineOf(room, question, state.Seats.Count)).OrderBy(line => line.Percent).ToList(),
            state.Rules ?? throw new InvalidOperationException("A prepared contest has rules.")));
        var pages = Pages.Of(page, ranking.Count);
        IReadOnlyList<ContestRank> shown = [.. ranking.Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)];
        return new ContestResultPage(
            contest, rules, shown, pages, shown.Select(line => room.Seat(line.Seat)).OfType<SeatCard>().ToDictionary(seat => seat.Number),
            teams.Count > 0 && !room.IsOfClasses ? ContestTeamRank.Of(ranking, teams) : [],
            await analysis.ClausesAsync(questions.Select(line => (line.Question, line.Shown, line.Right)), cancel), questions, mistakes, few);
    }

    public async Task<(Contest Contest, ContestRoom Room)?> RoomAsync(string code, CancellationToken cancel) =>
        await find.HeldAsync(code, cancel) is { } contest && await rooms.FindAsync(contest.Id, cancel) is { } room ? (contest, room) : null;

    private static ContestResultPage.QuestionLine LineOf(ContestRoom room, ContestQuestion question, int seats)
    {
        var card = room.CardOf(question.Number) ?? throw new InvalidOperationException("A question that was opened is one of the contest.");
        // Letters are those of the page; the lines count in the order of the bank.
        var picked = new int[card.Question.Prompt.OptionCount];
        foreach (var (place, count) in HallFacts.DistributionOf(question, card).Index())
        {
            picked[card.Order[place]] = count;
        }

        var (chosen, shown) = (question.Chosen, room.IsOfClasses ? question.Tallies.Values.Sum(tally => tally.Present ?? 0) : seats);
        return new ContestResultPage.QuestionLine(card.Question, shown, chosen.Where(one => question.IsRight(one.Key)).Sum(one => one.Value), shown - chosen.Values.Sum(), picked);
    }
}
