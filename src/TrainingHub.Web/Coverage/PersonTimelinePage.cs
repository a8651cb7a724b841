using TrainingHub.Hosting;

namespace TrainingHub.Coverage;

/// <summary>A person's time line, the latest day first.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Name">Null once anonymized.</param>
/// <param name="Filter">As asked.</param>
/// <param name="Events">Of one page.</param>
/// <param name="Pages">Which.</param>
public sealed record PersonTimelinePage(Guid PersonId, string? Name, PersonTimelineFilter Filter, IReadOnlyList<PersonEvent> Events, Pages Pages);
