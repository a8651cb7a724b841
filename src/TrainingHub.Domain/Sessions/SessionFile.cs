namespace TrainingHub.Sessions;

/// <summary>A picture or file that proves a session. Its bytes are found by their hash.</summary>
public sealed class SessionFile
{
    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }
    public required SessionFileKind Kind { get; init; }

    /// <summary>Number of the half-day whose signatures it shows; null: it proves the session as a whole.</summary>
    public int? Part { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }

    /// <summary>SHA-256 of what is kept, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Whole bytes of what is kept.</summary>
    public required int Size { get; init; }
    public required DateTime UploadedAt { get; init; }
    public required Guid UploadedBy { get; init; }

    /// <summary>When it was taken away, UTC; null while it is there.</summary>
    public DateTime? RemovedAt { get; private set; }

    public void Remove(DateTime now) => RemovedAt ??= now;
}
