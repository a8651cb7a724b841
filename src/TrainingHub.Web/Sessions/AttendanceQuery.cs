using Microsoft.EntityFrameworkCore;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>The people of a session and their attendance.</summary>
public sealed class AttendanceQuery(Db db, DayClock clock)
{
    /// <summary>Rows on one page of the keeper's list: as many as one form can hold.</summary>
    public const int PageSize = 100;

    public Task<List<AttendanceRow>> AllAsync(Guid sessionId, CancellationToken cancel) => AllAsync(sessionId, new ParticipantsFilter(), cancel);

    public async Task<List<AttendanceRow>> AllAsync(Guid sessionId, ParticipantsFilter filter, CancellationToken cancel) =>
        await WithMarksAsync(sessionId, await Rows(Find(sessionId, filter)).ToListAsync(cancel), cancel);

    public async Task<(List<AttendanceRow> Rows, Pages Pages)> PageAsync(Guid sessionId, ParticipantsFilter filter, CancellationToken cancel)
    {
        var found = Find(sessionId, filter);
        var pages = Pages.Of(filter.Page, await found.CountAsync(cancel), PageSize);
        var rows = await Rows(found.Skip((pages.Page - 1) * PageSize).Take(PageSize)).ToListAsync(cancel);
        return (await WithMarksAsync(sessionId, rows, cancel), pages);
    }

    /// <summary>How many there are of each state.</summary>
    public Task<Dictionary<ParticipantState, int>> StatesAsync(Guid sessionId, CancellationToken cancel) =>
        db.Participants.Where(one => one.SessionId == sessionId).GroupBy(one => one.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);

    /// <summary>How many came to a half-day.</summary>
    public Task<int> CountAsync(Guid sessionId, int halfDay, ScanPurpose purpose, CancellationToken cancel) =>
        db.Attendances.CountAsync(one => one.SessionId == sessionId && one.HalfDay == halfDay && (purpose == ScanPurpose.Arrival ? one.ArrivedAt != null : one.EndedAt != null), cancel);

    /// <summary>Photographs of the signed sheet of a half-day, and of those of which nobody said a half-day.</summary>
    public Task<List<SessionFile>> SheetsAsync(Guid sessionId, int halfDay, CancellationToken cancel) =>
        db.SessionFiles.AsNoTracking().Where(file => file.SessionId == sessionId && file.Kind == SessionFileKind.SignInSheet && file.RemovedAt == null && (file.Part == null || file.Part == halfDay))
            .OrderBy(file => file.UploadedAt).ThenBy(file => file.Id).ToListAsync(cancel);

    private IQueryable<Entry> Find(Guid sessionId, ParticipantsFilter filter)
    {
        var (found, typed, folded) = (Entries(sessionId), filter.Q, filter.Q is null ? "" : NameFolding.Fold(filter.Q));
        found = typed is null ? found : found.Where(entry => entry.Folded!.Contains(folded) || entry.Name!.Contains(typed) || entry.Unit!.Contains(typed));
        found = filter.State is { } state ? found.Where(entry => entry.One.State == state) : found;
        return (filter.Order switch
        {
            (ParticipantSort.Name, var isDown) => found.OrderBy(entry => entry.Name, isDown),
            (ParticipantSort.State, var isDown) => found.OrderBy(entry => entry.One.State, isDown),
            (ParticipantSort.Called, var isDown) => found.OrderBy(entry => entry.One.CalledAt, isDown),
            (_, var isDown) => found.OrderBy(entry => entry.Unit, isDown),
        }).ThenBy(entry => entry.Unit).ThenBy(entry => entry.Name).ThenBy(entry => entry.One.Id);
    }

    private IQueryable<Entry> Entries(Guid sessionId)
    {
        var posts = db.Memberships.On(clock.Today);
        return
            from one in db.Participants.AsNoTracking()
            where one.SessionId == sessionId
            join p in db.People on one.PersonId equals (Guid?)p.Id into ps
            from person in ps.DefaultIfEmpty()
            let post = posts.Where(m => m.PersonId == one.PersonId).OrderByDescending(m => m.IsPrimary).ThenBy(m => m.From).ThenBy(m => m.FactId).Select(m => (Guid?)m.Id).FirstOrDefault()
            select new Entry
            {
                One = one,
                Name = person == null ? one.GuestName : person.AnonymizedAt == null ? person.Name : null,
                Folded = person == null ? one.GuestName : person.NormalizedName,
                StaffNumber = person == null ? null : person.StaffNumber,
                Unit = one.PersonId == null ? one.GuestUnit : db.Organizations.Where(unit => posts.Any(m => m.Id == post && m.OrganizationId == unit.Id)).Select(unit => unit.Name).FirstOrDefault(),
                Position = db.Positions.Where(position => posts.Any(m => m.Id == post && m.PositionId == position.Id)).Select(position => position.Name).FirstOrDefault(),
                HasAccount = db.Users.Any(user => user.PersonId == one.PersonId),
            };
    }

    private static IQueryable<AttendanceRow> Rows(IQueryable<Entry> entries) => entries.Select(entry => new AttendanceRow
    {
        ParticipantId = entry.One.Id,
        PersonId = entry.One.PersonId,
        Name = entry.Name,
        StaffNumber = entry.StaffNumber,
        UnitName = entry.Unit ?? "",
        PositionName = entry.Position ?? "",
        HasAccount = entry.HasAccount,
        State = entry.One.State,
        Reason = entry.One.Reason,
    });

    private async Task<List<AttendanceRow>> WithMarksAsync(Guid sessionId, List<AttendanceRow> rows, CancellationToken cancel)
    {
        var shown = rows.Count > PageSize ? null : rows.ConvertAll(row => row.ParticipantId);
        var marks = (await db.Attendances.AsNoTracking().Where(one => one.SessionId == sessionId && (shown == null || shown.Contains(one.ParticipantId))).ToListAsync(cancel)).ToLookup(one => one.ParticipantId);
        return rows.ConvertAll(row => row with
        {
            Marks = marks[row.ParticipantId].ToDictionary(one => one.HalfDay, one => one.Marks),
            Arrivals = marks[row.ParticipantId].Where(one => one.ArrivedAt is not null).ToDictionary(one => one.HalfDay, one => (clock.InZone(one.ArrivedAt!.Value), one.ArrivedBy)),
        });
    }

    private sealed class Entry
    {
        public required Participant One { get; init; }
        public required string? Name { get; init; }
        public required string? Folded { get; init; }
        public required string? StaffNumber { get; init; }
        public required string? Unit { get; init; }
        public required string? Position { get; init; }
        public required bool HasAccount { get; init; }
    }
}
