namespace TrainingHub.Assessments;

/// <param name="Parts">What can be assessed.</param>
/// <param name="People">Whom the name finds.</param>
public sealed record AssessmentForm(AssessmentInput Input, IReadOnlyList<AssessedPart> Parts, IReadOnlyList<AssessedPerson> People);
