using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>
/// The keeper's ticks of one half-day. Only what differs from what the form had shown is changed: whoever scanned meanwhile stays as they are.
/// </summary>
public sealed class MarkAttendance(Db db, Transactions transactions, CurrentPerson current, SessionLog log, Ids ids, DayClock clock)
{
    /// <param name="sessionId">Within reach: the caller has asked.</param>
    /// <param name="halfDay">Number of the half-day, one of the session's.</param>
    /// <param name="marks">For each person on the list what the form had shown and what is wished.</param>
    /// <param name="means">By list or by paper.</param>
    /// <param name="headCount">How many heads were counted; null: nobody counted.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<SessionOutcome> RunAsync(
        Guid sessionId, int halfDay, IReadOnlyList<(Guid Participant, AttendanceMarks Shown, AttendanceMarks Wished)> marks, AttendanceMeans means, int? headCount, CancellationToken cancel) =>
        transactions.RunAsync<SessionOutcome>(async cancel =>
        {
            var session = await db.LockSessionAsync(sessionId, cancel);
            if (session.Standing is not SessionStanding.Planned)
            {
                return new SessionOutcome.Over();
            }

            var wishes = marks.Where(one => one.Wished != one.Shown).DistinctBy(one => one.Participant).ToDictionary(one => one.Participant);
            var asked = wishes.Keys.ToList();
            var onList = await db.Participants.Where(one => one.SessionId == sessionId && asked.Contains(one.Id)).Select(one => one.Id).ToListAsync(cancel);
            var rows = await db.Attendances.Where(one => one.SessionId == sessionId && one.HalfDay == halfDay && asked.Contains(one.ParticipantId)).ToDictionaryAsync(one => one.ParticipantId, cancel);
            var changed = new List<object>();
            foreach (var id in onList)
            {
                var row = rows.GetValueOrDefault(id) ?? db.Attendances.Add(new Attendance { Id = ids.Next(), SessionId = sessionId, HalfDay = halfDay, ParticipantId = id }).Entity;
                var (before, wish) = (row.Marks, wishes[id]);
                // Each mark by itself: what the keeper did not touch is left as it has become.
                if (row.Mark((before & ~(wish.Shown ^ wish.Wished)) | (wish.Wished & (wish.Shown ^ wish.Wished)), means, current.Id, clock.Now))
                {
                    changed.Add(new { participant = id, halfDay, from = (int)before, to = (int)row.Marks, means = (int)means });
                }
            }

            var half = await db.SessionHalfDays.SingleAsync(one => one.SessionId == sessionId && one.Number == halfDay, cancel);
            half.HeadCount = headCount;
            if (changed.Count > 0)
            {
                log.Add(session, SessionChangeKind.AttendanceMarked, changed, reason: null);
            }

            await db.SaveAttendanceAsync(cancel);
            return new SessionOutcome.Done();
        }, cancel);
}
