using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>Keeps a person's answer to a lesson's check question, and finishes the lesson with the last right one.</summary>
public sealed class AnswerCheck(Db db, Transactions transactions, CourseShelf shelf, WithheldQuestions withheld, FinishLesson finish, Ids ids, DayClock clock)
{
    /// <summary>What came of it; null when there is no such course, lesson or check question in it.</summary>
    public async Task<CheckOutcome?> RunAsync(Guid personId, string courseSlug, string lessonSlug, string questionId, string letters, CancellationToken cancel)
    {
        if (await shelf.FindAsync(courseSlug, cancel) is not { } course
            || course.FindLesson(lessonSlug) is not { } lesson
            || !lesson.Checks.Contains(questionId, StringComparer.Ordinal)
            || course.FindQuestion(questionId) is not { } question)
        {
            return null;
        }

        var order = Enumerable.Range(0, question.Prompt.OptionCount).ToList();
        return Choice.Parse(letters, question.Prompt.Kind, order) is ChoiceOutcome.Parsed { Choice: { IsUnanswered: false } choice }
            ? await transactions.RunAsync(cancel => KeepAsync(personId, course, lesson, question, choice, cancel), cancel)
            : new CheckOutcome.Unreadable();
    }

    private async Task<CheckOutcome> KeepAsync(
        Guid personId, ShelfCourse course, CourseManifest.LessonEntry lesson, QuestionVersion question, Choice choice, CancellationToken cancel)
    {
        await finish.LockAsync(personId, course.Slug, lesson.Slug, cancel);
        if ((await withheld.RunAsync(personId, cancel)).Contains((course.Slug, question.Prompt.Id)))
        {
            return new CheckOutcome.Withheld();
        }

        if (await db.CheckAnswers.AnyAsync(answer => answer.PersonId == personId && answer.CourseSlug == course.Slug
            && answer.LessonSlug == lesson.Slug && answer.QuestionHash == question.Hash && answer.IsRight, cancel))
        {
            return new CheckOutcome.AlreadyRight();
        }

        var isRight = question.Key.IsAnsweredBy([.. choice.Options]);
        db.CheckAnswers.Add(new CheckAnswer
        {
            Id = ids.Next(),
            PersonId = personId,
            CourseSlug = course.Slug,
            LessonSlug = lesson.Slug,
            QuestionHash = question.Hash,
            Choice = choice.ToString(),
            IsRight = isRight,
            AnsweredAt = clock.Now,
        });
        await db.SaveChangesAsync(cancel);
        if (isRight)
        {
            await finish.RunAsync(personId, course, lesson, cancel);
        }

        return new CheckOutcome.Answered(isRight);
    }
}
