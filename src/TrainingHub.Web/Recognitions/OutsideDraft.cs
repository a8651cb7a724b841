using TrainingHub.Programmes;

namespace TrainingHub.Recognitions;

/// <summary>One outside training, ready to be entered.</summary>
public sealed record OutsideDraft
{
    public required Guid PersonId { get; init; }
    public required Guid UnitId { get; init; }
    public required string Title { get; init; }
    public required string Organizer { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required int Minutes { get; init; }
    public required ExpertDomain Domain { get; init; }
    public required string CourseSlug { get; init; }
    public required Guid? ProgrammeId { get; init; }
    public required string Result { get; init; }
}
