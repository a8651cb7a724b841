namespace TrainingHub.Contests;

/// <summary>An answer that counts: in time, and the first of its seat.</summary>
/// <param name="Number">Of its entry.</param>
/// <param name="At">The server's clock, UTC.</param>
/// <param name="Text">Letters as displayed, ascending.</param>
/// <param name="Elapsed">Milliseconds from opening, pauses and the bounded round trip left out; 0 to the limit.</param>
/// <param name="ClientId">What the client calls it.</param>
public sealed record ContestAnswer(int Number, DateTime At, string Text, int Elapsed, string? ClientId);
