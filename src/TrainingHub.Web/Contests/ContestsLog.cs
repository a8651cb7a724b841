namespace TrainingHub.Contests;

internal static partial class ContestsLog
{
    [LoggerMessage(901, LogLevel.Error, "An action in contest {Contest} was not written; its sender was told.")]
    public static partial void ActionNotWritten(this ILogger log, Exception exception, Guid contest);

    [LoggerMessage(902, LogLevel.Warning, "Other processes are not followed for the moment; it is tried again.")]
    public static partial void NotFollowing(this ILogger log, Exception exception);
}
