namespace TrainingHub.Documents;

/// <param name="Width">In characters of the standard font; a Chinese character takes about two.</param>
public sealed record WorkbookColumn(string Header, double Width = 12);
