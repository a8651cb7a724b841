using Microsoft.EntityFrameworkCore;
using TrainingHub.Quizzes.Results;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Stage;

/// <summary>What came of a contest on a stage, for who holds it.</summary>
public sealed class StageSheetQuery(Db db, ContestResultQuery results, AnalysisQuery analysis, ContestClock time, DayClock clock)
{
    /// <summary>Null when there is no such contest in reach, or it was not prepared.</summary>
    public async Task<StageSheetPage?> RunAsync(string code, CancellationToken cancel)
    {
        if (await results.RoomAsync(code, cancel) is not ({ IsStage: true } contest, { Stage: { } terms } room))
        {
            return null;
        }

        var owner = await db.Organizations.Where(unit => unit.Id == contest.OrganizationId).Select(unit => unit.Name).SingleAsync(cancel);
        var rulings = await db.ContestEntries.AsNoTracking()
            .Where(entry => entry.ContestId == contest.Id
                && (entry.Kind == ContestEntryKind.Ruled || entry.Kind == ContestEntryKind.QuestionWithdrawn || entry.Kind == ContestEntryKind.Adjusted || entry.Kind == ContestEntryKind.Penalized))
            .OrderBy(entry => entry.Number).ToListAsync(cancel);
        var (questions, sent) = room.Read(state => (QuestionsOf(room, state), state.MistakesSent));
        return new StageSheetPage(
            contest, owner, StageFacts.Of(room, time.Now), terms, rulings.ConvertAll(RulingOf),
            await analysis.ClausesAsync(questions.Select(line => (line.Question, line.Asked, line.Right)), cancel), questions, sent, (await db.StagePeopleAsync(contest, cancel)).Count);
    }

    private static List<StageSheetPage.Line> QuestionsOf(ContestRoom room, ContestState state) =>
    [
        .. from question in state.Stage?.Questions ?? []
           where question.Asked.Count > 0
           let card = room.CardOf(question.Number) ?? throw new InvalidOperationException("A question that was shown is one of the contest.")
           let line = new StageSheetPage.Line(question.Number, card.Question, question.Asked.Count, question.Missed)
           orderby line.Percent
           select line,
    ];

    private StageSheetPage.Ruling RulingOf(ContestEntry entry) => new(
        clock.InZone(entry.At), entry.Kind, entry.Item, entry.Kind is ContestEntryKind.Ruled ? StageRuling.Parse(entry.Text).Team : entry.Seat, entry.Text, entry.Amount, entry.Reason);
}
