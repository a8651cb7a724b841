using TrainingHub.Quizzes;

namespace TrainingHub.Sessions.Papers;

/// <summary>Papers to be printed.</summary>
/// <param name="Session">Whose they are.</param>
/// <param name="Papers">In the order of their numbers.</param>
/// <param name="Next">The first number that is left; null: none is.</param>
public sealed record PrintoutPage(TrainingSession Session, IReadOnlyList<(OpenedPaper Opened, PaperPage Paper)> Papers, int? Next);
