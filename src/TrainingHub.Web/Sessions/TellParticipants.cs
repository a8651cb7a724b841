using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Notices;
using TrainingHub.Storage;

namespace TrainingHub.Sessions;

/// <summary>Tells those on a session's list what happened to their place; in the transaction that changes it. Guests have no account.</summary>
public sealed class TellParticipants(Db db, Notify notify)
{
    /// <summary>For what can happen to the same row more than once.</summary>
    public static string CauseOf(DateTime now) => now.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <param name="session">Whose list.</param>
    /// <param name="people">Rows of the list.</param>
    /// <param name="kind">What happened; for a call it is told by the row whether there is a seat.</param>
    /// <param name="cause">Tells this time from the next: the same cause is told once.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="reason">Why, where it was said; else place and hour are told.</param>
    public async Task RunAsync(TrainingSession session, IEnumerable<Participant> people, NoticeKind kind, string cause, CancellationToken cancel, string? reason = null)
    {
        var known = people.Where(one => one.PersonId is not null).ToList();
        if (known.Count is 0)
        {
            return;
        }

        var first = await db.SessionHalfDays.AsNoTracking().Where(half => half.SessionId == session.Id).OrderBy(half => half.Number).FirstAsync(cancel);
        var where = string.Create(CultureInfo.InvariantCulture, $"{first.Begins:HH:mm} {session.Place}");
        await notify.RunAsync([.. known.Select(one =>
        {
            var said = kind is NoticeKind.SessionCalled && one.State is ParticipantState.Waiting ? NoticeKind.SessionWaiting : kind;
            return new NoticeDraft(one.PersonId!.Value, said, $"{said}:{one.Id:N}:{cause}", $"/sessions/{session.Code}") { About = session.Title, Day = session.FirstDay, Detail = reason ?? where };
        })], cancel);
    }
}
