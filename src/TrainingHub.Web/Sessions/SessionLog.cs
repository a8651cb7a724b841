using System.Text.Encodings.Web;
using System.Text.Json;
using TrainingHub.Account;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Sessions;

/// <summary>Appends what was done to a session; saved by the caller, in its transaction.</summary>
public sealed class SessionLog(Db db, CurrentPerson current, Ids ids, DayClock clock)
{
    internal const int MostCharacters = 32_000;

    // Chinese as it is: written as numbers it would take six times the room.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Add(TrainingSession session, SessionChangeKind kind, object? details, string? reason) => db.SessionChanges.Add(new SessionChange
    {
        Id = ids.Next(),
        SessionId = session.Id,
        At = clock.Now,
        By = current.Id,
        Kind = kind,
        Details = Written(details),
        Reason = reason,
    });

    /// <summary>As details are stored.</summary>
    internal static string Written(object? details) => details is null ? "" : JsonSerializer.Serialize(details, Readable) is { Length: <= MostCharacters } json ? json : "";
}
