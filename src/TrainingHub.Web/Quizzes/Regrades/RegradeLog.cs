namespace TrainingHub.Quizzes.Regrades;

internal static partial class RegradeLog
{
    [LoggerMessage(560, LogLevel.Information, "Regrade {Regrade} is {State}; {Count} attempts have the question.")]
    public static partial void RegradeMoved(this ILogger log, Guid regrade, RegradeState state, int count);

    [LoggerMessage(561, LogLevel.Information, "Regrade {Regrade} corrects a key of {Quiz}, by {By}.")]
    public static partial void KeyCorrected(this ILogger log, Guid regrade, string quiz, Guid by);
}
