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
        var source = PracticeSource.KeyOf(answer.CourseSlug);
        var one = await bank.FindAsync(personId, source, question.Prompt.Id, cancel);
        // The same version may be graded by a corrected key since.
        var key = one is not null && string.Equals(one.Question.Hash, question.Hash, StringComparison.Ordinal) ? one.Question.Key : question.Key;
        return new AnswerPage
        {
            Prompt = question.Prompt,
            Source = source,
            Response = response,
            Key = one is null ? null : key,
            IsRight = answer.IsRight,
            Filter = filter,
            Told = one is null ? null : new AnswerPage.Solution(key.Explanation, await basis.OfAsync(key, cancel)),
            DueOn = one?.Card?.DueOn,
        };
    }
}
