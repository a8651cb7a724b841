using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>In which browser an attempt goes on.</summary>
public sealed class AttemptDevices(Db db, QuizReads reads, DayClock clock)
{
    /// <summary>The open attempt when it goes on in another browser than this one; null otherwise.</summary>
    public Task<ElsewherePage?> FindElsewhereAsync(Guid personId, string slug, int number, string device, CancellationToken cancel) =>
        reads.ElsewhereAsync(db, personId, slug, number, device, clock.Now, cancel);
}
