using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Practice;

/// <summary>What comes back today of the questions that a person has answered in lessons and in practice.</summary>
public sealed class DailyQuery(Db db, PersonalBank bank, DayClock clock)
{
    public async Task<DailyPractice<PracticeQuestion>> RunAsync(Guid personId, CancellationToken cancel)
    {
        var today = clock.Today;
        var (from, until) = (clock.StartOf(today), clock.StartOf(today.AddDays(1)));
        var done = await db.PracticeAnswers.CountAsync(answer => answer.PersonId == personId && answer.IsDaily && answer.AnsweredAt >= from && answer.AnsweredAt < until, cancel);
        var cards =
            from one in await bank.OfAsync(personId, withPapers: false, cancel)
            where one.MayBeAsked
            let card = one.Card
            where card is not null
            select (one, card);
        return DailyRule.Today(cards, done, today);
    }
}
