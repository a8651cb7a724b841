using TrainingHub.Courses;
using TrainingHub.Storage;

namespace TrainingHub.Sessions.Papers;

/// <summary>Papers of sessions that are not over, of which closing has not made an attempt.</summary>
public sealed class PrintedPapers : IPrintedPapers
{
    public IQueryable<PrintedPaper> In(Db db) =>
        from paper in db.SessionPapers
        where !db.Attempts.Any(attempt => attempt.Id == paper.Id)
            && db.TrainingSessions.Any(session => session.Id == paper.SessionId && (session.Standing == SessionStanding.Planned || session.Standing == SessionStanding.Closing))
        join participant in db.Participants on paper.ParticipantId equals participant.Id
        select new PrintedPaper { Id = paper.Id, PersonId = participant.PersonId, QuizSlug = paper.QuizSlug, CourseSlug = paper.CourseSlug };
}
