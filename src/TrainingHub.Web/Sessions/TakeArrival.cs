using Microsoft.EntityFrameworkCore;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>
/// Enters somebody who brought a ticket. Takes no lock on the session, so that three hundred come in a minute; unique rows see to it that
/// nobody comes twice and no ticket lets in two.
/// </summary>
public sealed class TakeArrival(Db db, Transactions transactions, Ids ids, DayClock clock)
{
    /// <param name="ticket">Of the browser, good now.</param>
    /// <param name="participantId">On the list of the ticket's session.</param>
    /// <param name="means">With an account, or with name and phone.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<ArrivalOutcome> RunAsync(HallTicket ticket, Guid participantId, AttendanceMeans means, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        var session = await db.TrainingSessions.AsNoTracking().SingleAsync(one => one.Id == ticket.SessionId, cancel);
        var half = await db.SessionHalfDays.AsNoTracking().SingleOrDefaultAsync(one => one.SessionId == session.Id && one.Number == ticket.HalfDay, cancel);
        if (session.Standing is not SessionStanding.Planned || half is null)
        {
            return new ArrivalOutcome.Over();
        }

        var row = await db.Attendances.SingleOrDefaultAsync(one => one.ParticipantId == participantId && one.HalfDay == ticket.HalfDay, cancel);
        var participant = await db.Participants.SingleAsync(one => one.Id == participantId, cancel);
        if (row?.ArrivedAt is null && participant.State is ParticipantState.Waiting && !await HasFreeSeatAsync(session, cancel))
        {
            return new ArrivalOutcome.NoSeat();
        }

        return ticket.Purpose is ScanPurpose.Arrival ? await ArriveAsync(ticket, row, participant, half, means, cancel) : await EndAsync(ticket, row, cancel);
    }, cancel);

    private async Task<ArrivalOutcome> ArriveAsync(HallTicket ticket, Attendance? row, Participant participant, SessionHalfDay half, AttendanceMeans means, CancellationToken cancel)
    {
        if (row?.ArrivedAt is { } earlier)
        {
            return new ArrivalOutcome.Already(earlier);
        }

        // Of two taps of one person the second may find the first one's ticket before it finds the row: that is repeated, not refused.
        if (await db.Attendances.AnyAsync(one => one.ArrivalTicket == ticket.Id && one.ParticipantId != participant.Id, cancel))
        {
            return new ArrivalOutcome.TicketUsed();
        }

        // Whoever scanned in time is in time, however long the sign-in took.
        var (now, isLate) = (clock.Now, clock.InZone(ticket.ScannedAt) > half.Day.ToDateTime(half.Begins));
        row ??= db.Attendances.Add(new Attendance { Id = ids.Next(), SessionId = ticket.SessionId, HalfDay = ticket.HalfDay, ParticipantId = participant.Id }).Entity;
        row.Arrive(ticket.Id, means, isLate, now);
        if (!participant.HoldsSeat)
        {
            participant.Accept(hasFreeSeat: true, now);
        }

        await db.SaveAttendanceAsync(cancel);
        return new ArrivalOutcome.Taken(now, isLate);
    }

    private async Task<ArrivalOutcome> EndAsync(HallTicket ticket, Attendance? row, CancellationToken cancel)
    {
        if (row?.ArrivedAt is null)
        {
            return new ArrivalOutcome.NeverCame();
        }

        if (row.EndedAt is { } earlier)
        {
            return new ArrivalOutcome.Already(earlier);
        }

        if (await db.Attendances.AnyAsync(one => one.EndTicket == ticket.Id && one.ParticipantId != row.ParticipantId, cancel))
        {
            return new ArrivalOutcome.TicketUsed();
        }

        row.End(ticket.Id, clock.Now);
        await db.SaveAttendanceAsync(cancel);
        return new ArrivalOutcome.Taken(clock.Now, IsLate: false);
    }

    private async Task<bool> HasFreeSeatAsync(TrainingSession session, CancellationToken cancel) =>
        await db.Participants.CountAsync(one => one.SessionId == session.Id && (one.State == ParticipantState.Called || one.State == ParticipantState.Accepted), cancel) < session.Seats;
}
