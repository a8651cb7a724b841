namespace TrainingHub.People.Imports;

/// <summary>A workbook holds more than a roster can: it is refused like one that unpacks to too much.</summary>
internal sealed class TooMuchInsideException : Exception;
