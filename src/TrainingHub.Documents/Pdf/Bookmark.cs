namespace TrainingHub.Documents;

/// <summary>A place in a PDF that viewers list beside the pages.</summary>
/// <param name="Title">As shown.</param>
/// <param name="Page">Which sheet, from 0.</param>
public sealed record Bookmark(string Title, int Page);
