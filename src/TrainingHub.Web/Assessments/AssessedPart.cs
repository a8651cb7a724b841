namespace TrainingHub.Assessments;

/// <summary>An assessment that a programme asks for.</summary>
public sealed record AssessedPart(Guid Id, Guid ProgrammeId, string Slug, string Programme, string ProgrammeEn, string Title, DateOnly CycleFrom, DateOnly CycleUntil);
