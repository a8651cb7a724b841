using Microsoft.EntityFrameworkCore;
using TrainingHub.Questions;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Courses;

/// <summary>
/// A lesson with the check question that is open. A wrong answer tells the clause to read; explanation and key are told after the right one.
/// </summary>
public sealed class LessonQuery(Db db, CourseShelf shelf, LessonTexts texts, ProgressQuery progress, LessonStandings standings, FinishLesson finish, BasisCards basis, DayClock clock)
{
    /// <summary>How long the page goes on telling what came of the last answer.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(30);

    /// <summary>The page; null when there is no such course, or no such lesson in it.</summary>
    /// <param name="personId">The reader.</param>
    /// <param name="courseSlug">The course.</param>
    /// <param name="lessonSlug">The lesson.</param>
    /// <param name="refused">Letters whose sending was just refused; null when nothing was.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<LessonPage?> RunAsync(Guid personId, string courseSlug, string lessonSlug, string? refused, CancellationToken cancel)
    {
        if (await shelf.FindAsync(courseSlug, cancel) is not { } course || course.FindLesson(lessonSlug) is not { } lesson)
        {
            return null;
        }

        var standing = await standings.ReadAsync(personId, course, lesson, cancel);
        var own = await progress.FindAsync(personId, courseSlug, cancel) ?? throw new InvalidOperationException($"Course {courseSlug} vanished.");
        if (standing.MayFinishAt(clock.Now) && !own.Finished.Contains(lesson.Slug) && await finish.RunAsync(personId, course, lesson, cancel))
        {
            // A new version left nothing to answer, or half an hour has passed: no answer would finish the lesson.
            own = await progress.FindAsync(personId, courseSlug, cancel) ?? own;
        }

        return new LessonPage
        {
            Progress = own,
            Lesson = lesson,
            Place = own.PlaceOf(lesson.Slug),
            Html = await texts.ReadAsync(course, lesson.Slug, cancel),
            TextAddress = await texts.AddressAsync(course, lesson, cancel),
            Checks = await ChecksAsync(personId, lesson, course, standing, own.Finished.Contains(lesson.Slug), refused, cancel),
        };
    }

    private async Task<LessonChecks> ChecksAsync(
        Guid personId, CourseManifest.LessonEntry lesson, ShelfCourse course, LessonStanding standing, bool isFinished, string? refused, CancellationToken cancel)
    {
        var steps = db.LessonSteps.AsNoTracking().Where(step => step.PersonId == personId && step.CourseSlug == course.Slug && step.LessonSlug == lesson.Slug);
        var open = isFinished || standing.RestAt(clock.Now) is not null ? null : await steps.SingleOrDefaultAsync(step => step.ClosedAt == null, cancel);
        var last = await steps.Where(step => step.ClosedAt > clock.Now - Moment && step.IsRight != null)
            .OrderByDescending(step => step.ClosedAt).ThenByDescending(step => step.IssuedAt).FirstOrDefaultAsync(cancel);
        var asked = open is not null && standing.Today.GetValueOrDefault(open.QuestionHash) is { } today && standing.Left.Contains(today) ? today : null;
        var done = new List<AnsweredCard>();
        foreach (var question in standing.Right.Where(question => !standing.Withheld.Contains(question.Prompt.Id)))
        {
            done.Add(await AnsweredAsync(question, question.Key.CorrectOptions, isRight: true, cancel));
        }

        return new LessonChecks
        {
            Right = Math.Min(standing.Right.Count, standing.Asked),
            Asked = standing.Asked,
            RestUntil = isFinished ? null : standing.RestAt(clock.Now)?.Until,
            Hold = isFinished ? null : standing.HoldAt(clock.Now),
            IsProven = standing.IsProven,
            HasErred = standing.Answers.Any(answer => !answer.IsRight),
            IsHasty = standing.IsHasty,
            Step = asked is null ? null : new StepCard(open!.Token, asked.Prompt, PaperItem.ParseOptionOrder(open.OptionOrder), refused),
            Last = last is null ? null : await LastAsync(last, standing, cancel),
            Done = done,
            IsHeldUp = standing.IsHeldUp,
            IsEmpty = standing.Asked == 0,
        };
    }

    private async Task<AnsweredCard?> LastAsync(LessonStep step, LessonStanding standing, CancellationToken cancel) =>
        standing.Today.GetValueOrDefault(step.QuestionHash) is { } question
        && !standing.Withheld.Contains(question.Prompt.Id)
        && Choice.Parse(step.Choice, question.Prompt.Kind, PaperItem.ParseOptionOrder(step.OptionOrder)) is ChoiceOutcome.Parsed { Choice: var choice }
            ? await AnsweredAsync(question, choice.Options, step.IsRight is true, cancel)
            : null;

    private async Task<AnsweredCard> AnsweredAsync(QuestionVersion question, IReadOnlyList<int> chosen, bool isRight, CancellationToken cancel) =>
        new(question.Prompt, chosen, isRight, isRight ? question.Key.Explanation : null, await basis.OfAsync(question.Key, cancel));
}
