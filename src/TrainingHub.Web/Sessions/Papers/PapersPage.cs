using TrainingHub.Hosting;

namespace TrainingHub.Sessions.Papers;

/// <summary>Who of a session sits its examination on paper, and who got a certificate.</summary>
public sealed record PapersPage
{
    public required TrainingSession Session { get; init; }

    /// <summary>Null where the session examines by none.</summary>
    public required SessionQuiz? Quiz { get; init; }
    public required ParticipantsFilter Filter { get; init; }
    public required IReadOnlyList<Row> Rows { get; init; }
    public required Pages Pages { get; init; }

    /// <summary>Who holds a seat and has no paper.</summary>
    public required int Without { get; init; }
    public required int Drawn { get; init; }
    public required int Typed { get; init; }

    /// <summary>Whether points may be told now.</summary>
    public required bool ShowsPoints { get; init; }

    /// <summary>Whether the reader may see the keys of its papers now.</summary>
    public required bool MayReadKeys { get; init; }

    /// <summary>Whether its quiz has questions that a person must mark.</summary>
    public required bool HasWritten { get; init; }

    /// <summary>Whether two people must mark them, so that it is not sat on paper.</summary>
    public required bool IsMarkedTwice { get; init; }

    public bool MayDraw => Session.Standing is SessionStanding.Planned && Quiz is not null && !IsMarkedTwice;

    /// <param name="Person">On the list.</param>
    /// <param name="Paper">Null while none was drawn.</param>
    /// <param name="Last">The sheet that counts; null while nothing was typed in.</param>
    /// <param name="At">When that came, in the zone.</param>
    /// <param name="By">Who typed it in; null once anonymized.</param>
    /// <param name="Certificate">That the session led to; null without.</param>
    /// <param name="IsOwn">Whether it is the reader.</param>
    public sealed record Row(AttendanceRow Person, SessionPaper? Paper, PaperSheet? Last, DateTime? At, string? By, Issued? Certificate, bool IsOwn);

    /// <param name="Serial">Of a certificate.</param>
    /// <param name="IsRevoked">Whether it was revoked: then it is not printed any more.</param>
    public sealed record Issued(string Serial, bool IsRevoked);
}
