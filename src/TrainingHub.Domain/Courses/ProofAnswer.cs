namespace TrainingHub.Courses;

/// <summary>One answer to a lesson's check question, as far as it tells reading from guessing.</summary>
/// <param name="IsRight">Whether it was right.</param>
/// <param name="Taken">From the question to its answer, by the server's clock.</param>
/// <param name="Reading">The least that reading the question takes: <see cref="LessonProof.ReadingOf"/>.</param>
public sealed record ProofAnswer(bool IsRight, TimeSpan Taken, TimeSpan Reading);
