using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Questions;
using TrainingHub.Storage;

namespace TrainingHub.Practice;

/// <summary>One's own answer in practice, with explanation and clause.</summary>
public sealed class PracticeAnswerQuery(Db db, QuestionShelf questionShelf, PersonalBank bank, BasisCards basis)
{
    /// <summary>The page; null when the person gave no such answer.</summary>
    public async Task<AnswerPage?> RunAsync(Guid personId, Guid answerId, PracticeFilter filter, CancellationToken cancel)
    {
        var answer = await db.PracticeAnswers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == answerId && one.PersonId == personId, cancel);
        if (answer is null || !(await questionShelf.QuestionsAsync([answer.QuestionHash], cancel)).TryGetValue(answer.QuestionHash, out var question)
            || ResponseText.Parse(answer.Text ?? answer.Choice, question.Prompt, AskedPage.AuthorsOrder(question.Prompt)) is not ResponseOutcome.Parsed(var response))
        {
            return null;
        }

        // Asked again: since then a paper may have been opened, or the lesson rewritten.
        var one = await bank.FindAsync(personId, answer.CourseSlug, question.Prompt.Id, cancel);
        return new AnswerPage
        {
            Prompt = question.Prompt,
            CourseSlug = answer.CourseSlug,
            Response = response,
            Key = one is null ? null : question.Key,
            IsRight = answer.IsRight,
            Filter = filter,
            Told = one is null ? null : new AnswerPage.Solution(question.Key.Explanation, await basis.OfAsync(question.Key.Basis, cancel)),
            DueOn = one?.Card?.DueOn,
        };
    }
}
