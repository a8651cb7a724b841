using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Practice;

/// <summary>Keeps an answer in practice.</summary>
public sealed class AnswerPractice(Db db, Transactions transactions, PersonalBank bank, DailyQuery daily, Ids ids, DayClock clock)
{
    /// <summary>What came of it; null when the person cannot practise that question today.</summary>
    /// <param name="personId">Who practises.</param>
    /// <param name="source">The question's source as it stands in addresses.</param>
    /// <param name="questionId">The question.</param>
    /// <param name="text">As a <see cref="Response"/> writes itself.</param>
    /// <param name="order">The order in which it was shown; null: the author's.</param>
    /// <param name="isDaily">Whether it was shown as 每日一练; it counts as such only while it is due.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<PracticeOutcome?> RunAsync(Guid personId, string source, string questionId, string text, IReadOnlyList<int>? order, bool isDaily, CancellationToken cancel)
    {
        if (await bank.FindAsync(personId, source, questionId, cancel) is not { Question: var question } one)
        {
            return null;
        }

        if (ResponseText.Parse(text, question.Prompt, order ?? AskedPage.AuthorsOrder(question.Prompt)) is not ResponseOutcome.Parsed { Response: { IsUnanswered: false } response })
        {
            return new PracticeOutcome.Unreadable();
        }

        var kept = ResponseText.InAuthorsOrder(response, question.Prompt);
        var answer = new PracticeAnswer
        {
            Id = ids.Next(),
            PersonId = personId,
            CourseSlug = one.Source.CourseSlug,
            QuestionHash = question.Hash,
            Choice = question.Prompt.IsChoice ? kept : "",
            Text = question.Prompt.IsChoice ? null : kept,
            IsRight = Grading.IsRight(question, response),
            IsDaily = isDaily && (await daily.RunAsync(personId, cancel)).Questions.Any(due => string.Equals(due.Question.Hash, question.Hash, StringComparison.Ordinal)),
            AnsweredAt = clock.Now,
        };
        var from = clock.StartOf(clock.Today);
        return await transactions.RunAsync<PracticeOutcome>(async cancel =>
        {
            if (await db.PracticeAnswers.CountAsync(other => other.PersonId == personId && other.AnsweredAt >= from, cancel) >= PracticeAnswer.MostADay)
            {
                return new PracticeOutcome.Enough();
            }

            db.PracticeAnswers.Add(answer);
            await db.SaveChangesAsync(cancel);
            return new PracticeOutcome.Kept(answer.Id);
        }, cancel);
    }
}
