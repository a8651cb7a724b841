using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>In which browser an attempt goes on.</summary>
public sealed class AttemptDevices(Db db, DayClock clock)
{
    /// <summary>The open attempt when it goes on in another browser than this one; null otherwise.</summary>
    public Task<ElsewherePage?> FindElsewhereAsync(Guid personId, string slug, int number, string device, CancellationToken cancel)
    {
        var now = clock.Now;
        return db.Attempts.AsNoTracking()
            .Where(a => a.PersonId == personId && a.QuizSlug == slug && a.Number == number && a.SubmittedAt == null && a.Deadline >= now && a.Device != null && a.Device != device)
            .Select(a => new ElsewherePage(slug, number, db.AnswerEntries.Where(entry => entry.AttemptId == a.Id && !entry.IsLate).Select(entry => entry.Item).Distinct().Count(), a.Deadline))
            .SingleOrDefaultAsync(cancel);
    }
}
