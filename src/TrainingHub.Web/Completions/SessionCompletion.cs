using TrainingHub.Records;

namespace TrainingHub.Completions;

/// <summary>One step of closing a session: whose records to append, and which of an earlier closing to revoke.</summary>
public sealed record SessionCompletion
{
    public required Guid SessionId { get; init; }

    /// <summary>Which closing of the session, from 1.</summary>
    public required int Closing { get; init; }

    /// <summary>Null where the session is held for none: then nobody gets a record for being present.</summary>
    public required Guid? ProgrammeId { get; init; }

    /// <summary>The course whose content it taught; empty: none.</summary>
    public required string CourseSlug { get; init; }

    /// <summary>The session's last day, in the zone.</summary>
    public required DateOnly Day { get; init; }
    public required Evidence Evidence { get; init; }

    /// <summary>Who was present enough, with the credit of their half-days in whole minutes.</summary>
    public required IReadOnlyList<(Guid PersonId, int CreditMinutes)> People { get; init; }

    /// <summary>Of those who passed its examination: their attempt, null where an earlier record has it, and their points.</summary>
    public IReadOnlyDictionary<Guid, (Guid? AttemptId, int Points, int FullPoints)> Passed { get; init; } = new Dictionary<Guid, (Guid?, int, int)>();

    /// <summary>What passing its examination completes beside the session's programme, or for who was not present enough for that.</summary>
    public IReadOnlyList<Completion> Papers { get; init; } = [];
    public required IReadOnlyList<(Guid RecordId, Guid PersonId)> Revoked { get; init; }

    /// <summary>Everybody of the step: their hours may be the last that a programme of several parts asks for, or no longer be there.</summary>
    public required IReadOnlyList<Guid> Reviewed { get; init; }

    /// <summary>Who closes it, and why it had been opened again.</summary>
    public required Lapse Why { get; init; }

    internal Completion Of(Guid personId, int creditMinutes) => new()
    {
        PersonId = personId,
        QuizSlug = "",
        CourseSlug = CourseSlug,
        CourseHash = "",
        CreditMinutes = creditMinutes,
        Day = Day,
        Evidence = Evidence,
        SessionId = SessionId,
        SessionClosing = Closing,
        AttemptId = Passed.TryGetValue(personId, out var passed) ? passed.AttemptId : null,
        Points = passed.FullPoints > 0 ? passed.Points : null,
        FullPoints = passed.FullPoints > 0 ? passed.FullPoints : null,
    };
}
