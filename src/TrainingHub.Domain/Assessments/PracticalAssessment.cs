namespace TrainingHub.Assessments;

/// <summary>操作考核: what somebody showed before an assessor, passed or not. Never changed or deleted; taken back by a later row.</summary>
public sealed class PracticalAssessment
{
    public const int LongestResult = 40;
    public const int LongestAssessor = 60;
    public const int LongestReason = 200;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The programme that asked for it.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>What was to be shown, in the programme's words.</summary>
    public required string Title { get; init; }

    /// <summary>The day of the assessment, in the zone: its completion day.</summary>
    public required DateOnly Day { get; init; }
    public required bool IsPassed { get; init; }

    /// <summary>Score or grade in the assessor's words; empty: none.</summary>
    public required string Result { get; init; }

    /// <summary>考核人: who saw it.</summary>
    public required string Assessor { get; init; }

    /// <summary>The unit of the person on the day of entry, for which it was entered.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The proof: SHA-256 of its content in lower-case hex, and what it is; empty: none.</summary>
    public required string ProofHash { get; init; }
    public required string ProofName { get; init; }
    public required string ProofType { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid RecordedBy { get; init; }

    /// <summary>The earlier row that this one takes back; null: it takes none back.</summary>
    public Guid? WithdrawsId { get; init; }

    /// <summary>Why it was taken back; empty: it takes none back.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The row that takes this one back.</summary>
    public PracticalAssessment Withdraw(Guid id, Guid by, DateTime now, string reason) => new()
    {
        Id = id,
        PersonId = PersonId,
        ProgrammeId = ProgrammeId,
        Title = Title,
        Day = Day,
        IsPassed = false,
        Result = "",
        Assessor = Assessor,
        OrganizationId = OrganizationId,
        ProofHash = "",
        ProofName = "",
        ProofType = "",
        RecordedAt = now,
        RecordedBy = by,
        WithdrawsId = Id,
        Reason = reason,
    };
}
