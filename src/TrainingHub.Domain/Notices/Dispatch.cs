namespace TrainingHub.Notices;

/// <summary>
/// Something that is to leave the application by mail or to a group. Written in the transaction that causes it and sent by a worker, so that no
/// request waits for a mail server; taken by one process at a time, tried again with longer and longer pauses.
/// </summary>
public sealed class Dispatch
{
    public const int LongestTo = 200;
    public const int LongestSubject = 200;
    public const int LongestBody = 8000;
    public const int LongestFault = 300;
    public const int LongestKey = 120;

    // Minutes after the first, second … failure; after the last it is given up.
    private static readonly int[] Pauses = [1, 5, 15, 60, 240, 720];

    public required Guid Id { get; init; }
    public required DispatchChannel Channel { get; init; }

    /// <summary>Names what caused it: of one cause one goes out. Also the part of a mail by which a mail server knows a second copy.</summary>
    public required string Key { get; init; }

    /// <summary>A mail address, or the name that the configuration gives a group.</summary>
    public required string To { get; init; }
    public required string Subject { get; init; }

    /// <summary>Plain text; emptied once it is sent or given up.</summary>
    public required string Body { get; set; }
    public required DateTime CreatedAt { get; init; }

    /// <summary>Not before this instant, UTC.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>How often it failed.</summary>
    public int Tries { get; private set; }

    /// <summary>What was wrong the last time; empty when nothing was.</summary>
    public string Fault { get; private set; } = "";

    /// <summary>UTC; null while it was not sent.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>UTC; null unless it failed too often.</summary>
    public DateTime? GivenUpAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    public bool IsOver => SentAt is not null || GivenUpAt is not null;

    /// <summary>Takes it: nobody else does until then. False, and nothing changes, when it is over or not due.</summary>
    public bool Take(DateTime until, DateTime now)
    {
        if (IsOver || DueAt > now)
        {
            return false;
        }

        DueAt = until;
        Version++;
        return true;
    }

    public void Sent(DateTime now)
    {
        (SentAt, Body, Fault) = (now, "", "");
        Version++;
    }

    /// <summary>It did not go out; tried again after a pause that grows from a minute to half a day, and given up after the sixth.</summary>
    public void Failed(string fault, DateTime now)
    {
        Fault = fault.Length <= LongestFault ? fault : fault[..LongestFault];
        Version++;
        if (Tries < Pauses.Length)
        {
            DueAt = now.AddMinutes(Pauses[Tries]);
            Tries++;
            return;
        }

        (GivenUpAt, Body) = (now, "");
    }
}
