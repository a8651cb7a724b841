using TrainingHub.Questions;
using TrainingHub.Quizzes.Regrades;
using TrainingHub.Time;

namespace TrainingHub.Sessions.Papers;

/// <summary>
/// The rubrics of a paper's written answers, for who types in what was given for them. A rubric is a key: nobody reads it before the session's last half-day
/// has begun, nor who is answering the same questions.
/// </summary>
public sealed class PaperRubrics(QuestionShelf questionShelf, QuizReach quizzes, EnterPapers papers, DayClock clock)
{
    /// <summary>Why the reader may not mark now; null: they may, or there is nothing to mark.</summary>
    public async Task<PaperMarksFault?> WhyNotAsync(TrainingSession session, OpenedPaper opened, CancellationToken cancel) =>
        !opened.Written.Any() ? null
        : (await papers.LastHalfAsync(session.Id, cancel)).Begins > clock.Now ? PaperMarksFault.Early
        : await quizzes.IsAnsweringAsync(opened.Paper.QuizSlug, cancel) ? PaperMarksFault.Answering
        : null;

    /// <summary>By item; the caller has asked whether the reader may.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<RubricLine>>> RunAsync(OpenedPaper opened, CancellationToken cancel)
    {
        var written = opened.Written.ToList();
        var questions = await questionShelf.QuestionsAsync([.. written.Select(item => item.QuestionHash).Distinct(StringComparer.Ordinal)], cancel);
        return written.ToDictionary(item => item.Number, item => questions[item.QuestionHash].Key.Rubric);
    }
}
