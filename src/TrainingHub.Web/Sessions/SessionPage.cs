namespace TrainingHub.Sessions;

/// <summary>A session, for who is called and for who keeps it.</summary>
public sealed record SessionPage
{
    public required TrainingSession Session { get; init; }
    public required IReadOnlyList<SessionHalfDay> HalfDays { get; init; }
    public required string OwnerName { get; init; }

    /// <summary>In Chinese and in English; null without programme.</summary>
    public required (string Name, string NameEn)? Programme { get; init; }

    /// <summary>Of the course whose content it teaches; null without.</summary>
    public required (string Slug, string Title, string TitleEn)? Course { get; init; }

    /// <summary>The reader on the list; null when they are not.</summary>
    public required Participant? Own { get; init; }
    public required IReadOnlyDictionary<int, AttendanceMarks> OwnMarks { get; init; }

    /// <summary>Whether the reader may still accept or decline.</summary>
    public required bool MayAnswer { get; init; }

    /// <summary>Whether this browser holds a ticket for it.</summary>
    public required bool HasTicket { get; init; }

    /// <summary>Why it was cancelled; null when it was not.</summary>
    public required string? CancelReason { get; init; }

    /// <summary>For who keeps it; null for others.</summary>
    public required Keeping? Kept { get; init; }

    /// <summary>What only a keeper sees.</summary>
    public sealed record Keeping
    {
        public required IReadOnlyDictionary<ParticipantState, int> States { get; init; }

        /// <summary>For each half-day who came and who signed out.</summary>
        public required IReadOnlyDictionary<int, (int Came, int Ended)> Attendance { get; init; }
        public required IReadOnlyList<(string Code, int Batch, DateOnly FirstDay, SessionStanding Standing)> Batches { get; init; }
        public required IReadOnlyList<SessionFile> Files { get; init; }
        public required IReadOnlyList<(DateTime At, string? By, SessionChangeKind Kind, string? Reason)> Changes { get; init; }

        /// <summary>Null where no two quizzes are named.</summary>
        public required SessionGain? Gain { get; init; }

        /// <summary>Records of it in force.</summary>
        public required int Records { get; init; }
        public required bool MayReopen { get; init; }
    }
}
