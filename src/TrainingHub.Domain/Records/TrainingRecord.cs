using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TrainingHub.People;

namespace TrainingHub.Records;

/// <summary>培训记录: one appended fact of the ledger. Never changed or deleted; corrected by a <see cref="Revocation"/> and a new row.</summary>
public sealed class TrainingRecord
{
    /// <summary>See <see cref="SessionClosing"/>.</summary>
    public const int FirstRestored = -100_000;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid ProgrammeId { get; init; }
    public required string CourseSlug { get; init; }

    /// <summary>The course version that was learnt, by content hash; empty for other evidence.</summary>
    public required string CourseHash { get; init; }

    /// <summary>Organization and post of the completion day; null when the person held none.</summary>
    public Guid? OrganizationId { get; init; }
    public CorePosition? Position { get; init; }

    /// <summary>The day, in the zone, of the submit, of the deadline of an attempt never submitted, or of a session's end. Never moved later.</summary>
    public required DateOnly CompletionDay { get; init; }

    /// <summary>Last day on which it is valid (included); null: without end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>When it was entered, UTC.</summary>
    public required DateTime RecordedAt { get; init; }
    public required Evidence Evidence { get; init; }

    /// <summary>The attempt that was passed; at most one record per attempt and programme. Null for other evidence.</summary>
    public Guid? AttemptId { get; init; }

    /// <summary>
    /// The session that was attended, and which of its closings entered it; at most one record per closing, person and programme. Null for other evidence.
    /// Below 0 it is the number of the sheet that corrected its paper afterwards. Of a paper alone that was corrected or restored there is the session without
    /// closing: its attempt stands in the record before. Below <see cref="FirstRestored"/> a person took back the revocation of the record before.
    /// </summary>
    public Guid? SessionId { get; init; }
    public int? SessionClosing { get; init; }

    /// <summary>Whole points reached and possible; null without examination.</summary>
    public int? Points { get; init; }
    public int? FullPoints { get; init; }

    /// <summary>Credit in whole minutes; 45 make one 学时.</summary>
    public required int CreditMinutes { get; init; }

    /// <summary>恢复: the revoked record whose place it takes, because what that rested on is right again or a person took the revocation back. Null for all others.</summary>
    public Guid? RestoresId { get; init; }

    /// <summary>Who made it right, or took the revocation back, and why; null where nobody said.</summary>
    public Guid? RestoredBy { get; init; }
    public string? RestoreReason { get; init; }

    /// <summary>Salted SHA-256 of the names of the day (see <see cref="RecordNames"/>), lower-case hex. Outlives an anonymization.</summary>
    public required string NamesDigest { get; init; }

    /// <summary>SHA-256 over all other fields, lower-case hex (see <see cref="HashContent"/>).</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Its state on a day, given whether it was revoked.</summary>
    public RecordState StateOn(DateOnly day, bool isRevoked) => StateOn(day, ValidUntil, isRevoked);

    /// <summary>The state of any record on a day.</summary>
    /// <param name="validUntil">Last day of validity (included); null: without end.</param>
    public static RecordState StateOn(DateOnly day, DateOnly? validUntil, bool isRevoked) =>
        isRevoked ? RecordState.Revoked
        : validUntil < day ? RecordState.Expired
        : RecordState.Valid;

    /// <summary>
    /// Whether two records of one person may both stand in one programme: they were earned on different days and the earlier ends some day, so that the later
    /// one renews it, before or after it expired. What never ends is earned once, and of one day only one is right.
    /// </summary>
    public static bool MayStandTogether((DateOnly Day, DateOnly? ValidUntil) one, (DateOnly Day, DateOnly? ValidUntil) other) =>
        one.Day != other.Day && (one.Day < other.Day ? one : other).ValidUntil is not null;

    /// <summary>Puts <see cref="HashContent"/> into the row; called once, before the row is appended.</summary>
    public void Seal() => ContentHash = HashContent();

    /// <summary>
    /// The hash that <see cref="ContentHash"/> must equal: over the fields in the order below, joined by line feeds, absent ones empty. Records of
    /// sessions have two fields more and say so in the first; those that take the place of a revoked one have three more than these.
    /// </summary>
    public string HashContent()
    {
        string[] fields =
        [
            RestoresId is not null ? "record/3" : SessionId is null ? "record/1" : "record/2", Id.ToString("N"), PersonId.ToString("N"), ProgrammeId.ToString("N"), CourseSlug, CourseHash,
            OrganizationId?.ToString("N") ?? "", Position is { } position ? Number((int)position) : "",
            CompletionDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            Number(RecordedAt.Ticks / TimeSpan.TicksPerMicrosecond), Number((int)Evidence), AttemptId?.ToString("N") ?? "",
            Points is { } points ? Number(points) : "", FullPoints is { } full ? Number(full) : "",
            Number(CreditMinutes), NamesDigest,
            .. SessionId is not null || RestoresId is not null ? [SessionId?.ToString("N") ?? "", Number(SessionClosing ?? 0)] : Array.Empty<string>(),
            .. RestoresId is { } restored ? [restored.ToString("N"), RestoredBy?.ToString("N") ?? "", RestoreReason ?? ""] : Array.Empty<string>(),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', fields))));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
