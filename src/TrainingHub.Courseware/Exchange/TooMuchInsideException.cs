namespace TrainingHub.Courseware.Exchange;

/// <summary>A file unpacks to more than any bank is.</summary>
internal sealed class TooMuchInsideException : Exception;
