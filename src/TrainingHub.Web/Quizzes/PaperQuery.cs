using System.Globalization;
using TrainingHub.Courses;
using TrainingHub.Hosting;
using TrainingHub.Questions;
using TrainingHub.Questions.Answers;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>The paper of an open attempt with what has been saved of it.</summary>
public sealed class PaperQuery(Db db, QuizReads reads, PaperCards cards, CourseShelf shelf, QuestionShelf questionShelf, FindArranged arranged, SubmitAttempt submit, DayClock clock)
{
    /// <summary>The paper; null when the person has no such attempt or it has been handed in. One whose time has run out is handed in first.</summary>
    public async Task<PaperPage?> RunAsync(Guid personId, string slug, int number, CancellationToken cancel)
    {
        if (await cards.FindAsync(personId, slug, number, cancel) is not { } card
            || await reads.StandingAsync(db, card.AttemptId, cancel) is not { SubmittedAt: null } standing)
        {
            return null;
        }

        if (clock.Now > standing.Deadline)
        {
            await submit.RunAsync(personId, slug, number, cancel);
            return null;
        }

        var prompts = await questionShelf.PromptsAsync([.. card.Paper.Select(item => item.QuestionHash)], cancel);
        var answers = (await reads.AnswersAsync(db, card.AttemptId, cancel)).GroupBy(answer => answer.Item).ToDictionary(versions => versions.Key, versions => versions.MaxBy(answer => answer.Version));
        var quiz = (await shelf.FindQuizAsync(slug, cancel))?.Quiz;
        return new PaperPage
        {
            AttemptId = card.AttemptId,
            Slug = slug,
            Number = number,
            Title = quiz is null ? await arranged.TitleAsync(slug, cancel) ?? slug : QuizWords.InLanguage(quiz.Title, quiz.TitleEn),
            SecondsLeft = QuizWords.SecondsLeft(standing.Deadline, clock.Now),
            AddedMinutes = standing.AddedMinutes,
            Items = [.. card.Paper.Select(item => ItemOf(item, prompts[item.QuestionHash], answers.GetValueOrDefault(item.Number), PicturesController.FolderOf(slug, number)))],
        };
    }

    private PaperPage.Item ItemOf(AttemptItem item, QuestionPrompt prompt, AnswerEntry? answer, string folder) => new(
        item.Number,
        AnswerFields.Of(item.Number.ToString(CultureInfo.InvariantCulture), prompt, PaperItem.ParseOptionOrder(item.OptionOrder), answer?.Choice ?? "", folder),
        CaseView.Of(prompt.Case, folder),
        item.Points,
        item.Rule,
        answer?.Version ?? 0,
        answer is null ? null : clock.InZone(answer.SavedAt).Clock());
}
