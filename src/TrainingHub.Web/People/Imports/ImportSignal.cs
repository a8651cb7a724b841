using TrainingHub.Hosting;

namespace TrainingHub.People.Imports;

/// <summary>Wakes whoever works off imports of rosters.</summary>
public sealed class ImportSignal : WorkSignal;
