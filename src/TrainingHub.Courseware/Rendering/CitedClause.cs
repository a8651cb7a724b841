using TrainingHub.Standards;

namespace TrainingHub.Courseware.Rendering;

/// <summary>A clause and the edition it stands in.</summary>
internal sealed record CitedClause(StandardEdition Edition, Clause Clause);
