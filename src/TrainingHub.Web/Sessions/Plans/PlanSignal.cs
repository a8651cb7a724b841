using TrainingHub.Hosting;

namespace TrainingHub.Sessions.Plans;

/// <summary>Wakes whoever computes large plans.</summary>
public sealed class PlanSignal : WorkSignal;
