using TrainingHub.Facts;
using TrainingHub.Programmes;

namespace TrainingHub.Recognitions;

/// <summary>
/// 外部培训: training done elsewhere, or before the system was in use, entered by the unit with its proof and recognized by the unit above. The fact holds
/// from the training's first to its last day (both included); the last is the completion day, whenever it is entered and decided.
/// </summary>
public sealed class OutsideTraining : DatedFact
{
    public const int LongestTitle = 120;
    public const int LongestOrganizer = 120;
    public const int LongestResult = 60;

    /// <summary>The most whole minutes of one training.</summary>
    public const int MostMinutes = 400 * 45;

    public required Guid PersonId { get; init; }

    /// <summary>The unit that entered it.</summary>
    public required Guid OrganizationId { get; init; }
    public required string Title { get; init; }

    /// <summary>主办单位.</summary>
    public required string Organizer { get; init; }

    /// <summary>Credit in whole minutes; 45 make one 学时.</summary>
    public required int Minutes { get; init; }

    /// <summary>The domain to which its hours belong; none: they count only where any do.</summary>
    public ExpertDomain Domain { get; init; }

    /// <summary>The course whose content and examination it stands for; empty: none.</summary>
    public string CourseSlug { get; init; } = "";

    /// <summary>The programme that it stands for as a whole; null: none.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>考核结果 as the proof says it; empty: none.</summary>
    public string Result { get; init; } = "";

    /// <summary>SHA-256 of the proof's content, lower-case hex.</summary>
    public required string ProofHash { get; init; }
    public required string ProofName { get; init; }
    public required string ProofType { get; init; }
    public required OutsideState State { get; init; }

    /// <summary>The same training in another state, in a new row.</summary>
    public OutsideTraining In(OutsideState state, Guid id, Guid by, DateTime now, string? reason) => new()
    {
        Id = id,
        FactId = FactId,
        From = From,
        Until = Until,
        RecordedAt = now,
        RecordedBy = by,
        Reason = reason,
        PersonId = PersonId,
        OrganizationId = OrganizationId,
        Title = Title,
        Organizer = Organizer,
        Minutes = Minutes,
        Domain = Domain,
        CourseSlug = CourseSlug,
        ProgrammeId = ProgrammeId,
        Result = Result,
        ProofHash = ProofHash,
        ProofName = ProofName,
        ProofType = ProofType,
        State = state,
    };

    /// <summary>Whether both tell of one training: of one person, one title, one last day.</summary>
    public bool IsSame(Guid personId, string title, DateOnly until) =>
        PersonId == personId && Until == until && string.Equals(Organizations.NameFolding.Fold(Title), Organizations.NameFolding.Fold(title), StringComparison.Ordinal);
}
