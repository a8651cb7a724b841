namespace TrainingHub.Quizzes;

internal static partial class QuizzesLog
{
    [LoggerMessage(501, LogLevel.Information, "Attempt {Attempt} at {Quiz} started, deadline {Deadline:O}.")]
    public static partial void AttemptStarted(this ILogger log, Guid attempt, string quiz, DateTime deadline);

    [LoggerMessage(502, LogLevel.Information, "Attempt {Attempt} graded: {Points} of {FullPoints} points, passed: {Passed}.")]
    public static partial void AttemptGraded(this ILogger log, Guid attempt, int points, int fullPoints, bool passed);

    [LoggerMessage(503, LogLevel.Error, "{Count} answers were not saved; their senders were told.")]
    public static partial void AnswersNotSaved(this ILogger log, Exception exception, int count);

    [LoggerMessage(504, LogLevel.Error, "Overdue attempt {Attempt} could not be graded; it is tried again.")]
    public static partial void OverdueNotGraded(this ILogger log, Exception exception, Guid attempt);

    [LoggerMessage(506, LogLevel.Error, "Quiz {Quiz} cannot be drawn: too few questions are left whose basis holds.")]
    public static partial void BankTooSmall(this ILogger log, string quiz);

    [LoggerMessage(507, LogLevel.Information, "For attempt {Attempt} {Minutes} minutes (0: another attempt) were given by {By}.")]
    public static partial void AllowanceGiven(this ILogger log, Guid attempt, int minutes, Guid by);

    [LoggerMessage(508, LogLevel.Information, "Group allowance {Group} at {Quiz}: {Minutes} minutes (0: another attempt) reached {People} people, given by {By}.")]
    public static partial void GroupAllowanceGiven(this ILogger log, Guid group, string quiz, int minutes, int people, Guid by);

    [LoggerMessage(509, LogLevel.Information, "Allowance {Allowance} at {Quiz} for somebody who has not begun: {Minutes} minutes (0: leave to begin after the window), given by {By}.")]
    public static partial void PersonAllowanceGiven(this ILogger log, Guid allowance, string quiz, int minutes, Guid by);
}
