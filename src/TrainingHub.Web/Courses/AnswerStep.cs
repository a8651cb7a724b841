using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>Takes the answer to the question that was put to a person, once; then the lesson is finished, rests, or puts the next question.</summary>
public sealed class AnswerStep(
    Db db, Transactions transactions, CourseShelf shelf, LessonStandings standings, IssueStep issue, FinishLesson finish, Ids ids, DayClock clock)
{
    /// <summary>What came of it; null when this person has no such step in the lesson.</summary>
    public async Task<StepOutcome?> RunAsync(Guid personId, string courseSlug, string lessonSlug, string token, string letters, CancellationToken cancel)
    {
        if (await shelf.FindAsync(courseSlug, cancel) is not { } course || course.FindLesson(lessonSlug) is not { } lesson)
        {
            return null;
        }

        return await transactions.RunAsync(async cancel =>
        {
            await finish.LockAsync(personId, course.Slug, lesson.Slug, cancel);
            var step = await db.LessonSteps.SingleOrDefaultAsync(
                step => step.Token == token && step.PersonId == personId && step.CourseSlug == course.Slug && step.LessonSlug == lesson.Slug, cancel);
            return step is null ? null : await TakeAsync(course, lesson, step, letters, cancel);
        }, cancel);
    }

    private async Task<StepOutcome> TakeAsync(ShelfCourse course, CourseManifest.LessonEntry lesson, LessonStep step, string letters, CancellationToken cancel)
    {
        if (step.ClosedAt is not null)
        {
            return new StepOutcome.Closed();
        }

        var standing = await standings.ReadAsync(step.PersonId, course, lesson, cancel);
        if (standing.Today.GetValueOrDefault(step.QuestionHash) is not { } question || !standing.Pool.Contains(question))
        {
            // Another question in a new version of the course, or a clause that was repealed since: it is not held against anybody.
            await issue.IssueAsync(step.PersonId, course, lesson, standing, cancel);
            return new StepOutcome.Closed();
        }

        if (standing.Withheld.Contains(question.Prompt.Id))
        {
            return new StepOutcome.Withheld();
        }

        if (Choice.Parse(letters, question.Prompt.Kind, PaperItem.ParseOptionOrder(step.OptionOrder)) is not ChoiceOutcome.Parsed { Choice: { IsUnanswered: false } choice })
        {
            return new StepOutcome.Unreadable();
        }

        var isRight = question.Key.IsAnsweredBy([.. choice.Options]);
        await KeepAsync(step, question, choice, isRight, standing, cancel);
        if (!await finish.RunAsync(step.PersonId, course, lesson, cancel))
        {
            await issue.IssueAsync(step.PersonId, course, lesson, await standings.ReadAsync(step.PersonId, course, lesson, cancel), cancel);
        }

        return new StepOutcome.Answered(isRight);
    }

    private async Task KeepAsync(LessonStep step, QuestionVersion question, Choice choice, bool isRight, LessonStanding standing, CancellationToken cancel)
    {
        var now = clock.Now;
        step.Answer(choice.ToString(), isRight, now);
        db.CheckAnswers.Add(new CheckAnswer
        {
            Id = ids.Next(),
            PersonId = step.PersonId,
            CourseSlug = step.CourseSlug,
            LessonSlug = step.LessonSlug,
            QuestionHash = step.QuestionHash,
            Choice = Choice.Of(choice.Options, [.. Enumerable.Range(0, question.Prompt.OptionCount)]).ToString(),
            IsRight = isRight,
            AnsweredAt = now,
        });
        if (LessonProof.IsRestDue([.. standing.SinceRest, isRight]))
        {
            db.LessonRests.Add(new LessonRest
            {
                PersonId = step.PersonId,
                CourseSlug = step.CourseSlug,
                LessonSlug = step.LessonSlug,
                Number = standing.Rests.Count + 1,
                BegunAt = now,
                Until = now + LessonProof.RestAfter(standing.Rests.Select(rest => rest.BegunAt), now),
            });
        }

        await db.SaveChangesAsync(cancel);
    }
}
