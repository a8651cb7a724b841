using Microsoft.EntityFrameworkCore;
using TrainingHub.Courses;
using TrainingHub.Programmes;
using TrainingHub.Quizzes;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;

namespace TrainingHub.Sessions.Papers;

/// <summary>Finds the quiz by which a session examines: its post-test, else what its programme asks for.</summary>
public sealed class SessionQuizQuery(Db db, CourseShelf shelf, FindArranged arranged)
{
    /// <summary>Null when it examines by none, or that is withdrawn.</summary>
    public async Task<SessionQuiz?> RunAsync(TrainingSession session, CancellationToken cancel)
    {
        var slug = session.PostQuizSlug.Length > 0 ? session.PostQuizSlug : await OfProgrammeAsync(session, cancel);
        if (string.IsNullOrEmpty(slug))
        {
            return null;
        }

        if (await arranged.RunAsync(slug, cancel) is ({ } quiz, { } terms))
        {
            return quiz.Standing is QuizStanding.Draft or QuizStanding.Withdrawn ? null : new SessionQuiz(slug, terms.Title, terms.Minutes, terms.PassPercent) { Arranged = (quiz, terms) };
        }

        return await shelf.FindQuizAsync(slug, cancel) is { } found
            ? new SessionQuiz(slug, QuizWords.InLanguage(found.Quiz.Title, found.Quiz.TitleEn), found.Quiz.Minutes, found.Quiz.PassPercent) { OfCourse = found }
            : null;
    }

    private async Task<string?> OfProgrammeAsync(TrainingSession session, CancellationToken cancel)
    {
        var rules = db.ProgrammeRules.On(session.LastDay);
        return await rules.Where(rule => rule.ProgrammeId == session.ProgrammeId)
            .Select(rule => rule.QuizSlug != "" ? rule.QuizSlug
                : db.ProgrammeParts.Where(part => part.RuleId == rule.Id && part.Kind == ProgrammePartKind.Quiz && part.QuizSlug != "").OrderBy(part => part.Number).Select(part => part.QuizSlug).FirstOrDefault())
            .FirstOrDefaultAsync(cancel);
    }
}
