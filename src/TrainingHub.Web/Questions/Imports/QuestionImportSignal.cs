using TrainingHub.Hosting;

namespace TrainingHub.Questions.Imports;

/// <summary>Wakes whoever works off imports of questions.</summary>
public sealed class QuestionImportSignal : WorkSignal;
