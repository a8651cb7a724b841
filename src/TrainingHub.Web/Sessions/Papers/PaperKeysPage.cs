namespace TrainingHub.Sessions.Papers;

/// <summary>标准答案 of a session's papers, after it is closed.</summary>
/// <param name="Session">Whose they are.</param>
/// <param name="Papers">By number; each with what is right, by item.</param>
public sealed record PaperKeysPage(TrainingSession Session, IReadOnlyList<(int Number, IReadOnlyList<string> Right)> Papers);
