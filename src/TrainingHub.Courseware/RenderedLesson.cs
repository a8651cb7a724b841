using TrainingHub.Standards;

namespace TrainingHub.Courseware;

/// <summary>A lesson's body, ready to send.</summary>
/// <param name="Html">Safe as it is.</param>
/// <param name="Clauses">What it cites, each once.</param>
internal sealed record RenderedLesson(string Html, IReadOnlyList<ClauseName> Clauses);
