using TrainingHub.Coverage;
using TrainingHub.People;

namespace TrainingHub.Seeds;

public sealed record WorldDeclaration(string Organization, CorePosition Position, DeclaredState State, bool IsConfirmed = false);
