using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>Wakes the bank's background work.</summary>
public sealed class BankSignal : WorkSignal;
