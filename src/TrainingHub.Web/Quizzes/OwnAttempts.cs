using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Quizzes;

/// <summary>A person's own attempt, read once for everything that a request does with it.</summary>
public sealed class OwnAttempts(Db db, QuizReads reads, SubmitAttempt submit, DayClock clock)
{
    /// <summary>Null when the person has no such attempt. One whose time has run out is handed in first.</summary>
    public async Task<OwnAttempt?> FindAsync(Guid personId, string slug, int number, CancellationToken cancel)
    {
        var own = await reads.OwnAsync(db, personId, slug, number, cancel);
        if (own is not { Attempt: { SubmittedAt: null } attempt } || !attempt.IsOver(clock.Now))
        {
            return own;
        }

        await submit.RunAsync(own, cancel);
        return await reads.OwnAsync(db, personId, slug, number, cancel);
    }

    /// <summary>What is told where an open attempt goes on in another browser than this one; null otherwise.</summary>
    public async Task<ElsewherePage?> FindElsewhereAsync(OwnAttempt own, string device, CancellationToken cancel) =>
        own.IsElsewhere(device, clock.Now)
            ? new ElsewherePage(own.Attempt.QuizSlug, own.Attempt.Number, await reads.SavedAsync(db, own.Attempt.Id, cancel), own.Attempt.Deadline)
            : null;
}
