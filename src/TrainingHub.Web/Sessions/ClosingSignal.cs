using TrainingHub.Hosting;

namespace TrainingHub.Sessions;

/// <summary>Wakes whoever writes the records of large sessions.</summary>
public sealed class ClosingSignal : WorkSignal;
