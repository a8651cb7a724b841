using TrainingHub.Organizations;

namespace TrainingHub.Quizzes.Arranged;

/// <summary>The form of a new quiz.</summary>
public sealed record NewQuizPage(NewQuizInput Input, IReadOnlyList<OrganizationLink> Owners);
