using TrainingHub.Hosting;

namespace TrainingHub.Quizzes.Regrades;

/// <summary>Wakes whoever works off regrades.</summary>
public sealed class RegradeSignal : WorkSignal;
