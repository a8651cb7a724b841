using System.Globalization;
using TrainingHub.Courses;
using TrainingHub.Hosting;
using TrainingHub.Questions.Answers;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>The paper of an open attempt with what has been saved of it.</summary>
public sealed class PaperQuery(Db db, QuizReads reads, PaperCards cards, CourseShelf shelf, FindArranged arranged, DayClock clock)
{
    /// <summary>The paper; null when it has been handed in.</summary>
    public async Task<PaperPage?> RunAsync(OwnAttempt own, CancellationToken cancel)
    {
        var (slug, number) = (own.Attempt.QuizSlug, own.Attempt.Number);
        if (own.Attempt.SubmittedAt is not null || await cards.FindAsync(own.Attempt.PersonId, slug, number, cancel) is not { } card)
        {
            return null;
        }

        var answers = (await reads.AnswersAsync(db, card.AttemptId, cancel)).GroupBy(answer => answer.Item).ToDictionary(versions => versions.Key, versions => versions.MaxBy(answer => answer.Version));
        var quiz = (await shelf.FindQuizAsync(slug, cancel))?.Quiz;
        return new PaperPage
        {
            AttemptId = card.AttemptId,
            Slug = slug,
            Number = number,
            Title = quiz is null ? await arranged.TitleAsync(slug, cancel) ?? slug : QuizWords.InLanguage(quiz.Title, quiz.TitleEn),
            SecondsLeft = QuizWords.SecondsLeft(own.Attempt.Deadline, clock.Now),
            AddedMinutes = own.AddedMinutes,
            Items = [.. card.Paper.Select(item => ItemOf(item, card.Items[item.Number], answers.GetValueOrDefault(item.Number), PicturesController.FolderOf(slug, number)))],
        };
    }

    private PaperPage.Item ItemOf(AttemptItem item, PaperCard.Item shown, AnswerEntry? answer, string folder) => new(
        item.Number,
        AnswerFields.Of(item.Number.ToString(CultureInfo.InvariantCulture), shown.Prompt, shown.OptionOrder, answer?.Choice ?? "", folder),
        CaseView.Of(shown.Prompt.Case, folder),
        item.Points,
        item.Rule,
        answer?.Version ?? 0,
        answer is null ? null : clock.InZone(answer.SavedAt).Clock());
}
