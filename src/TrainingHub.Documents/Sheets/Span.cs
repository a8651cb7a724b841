namespace TrainingHub.Documents;

/// <summary>A stretch of text in one weight.</summary>
/// <param name="KeepTogether">A date, an amount, a name: is not broken over two lines unless it alone is wider than a line.</param>
public sealed record Span(string Text, FontWeight Weight = FontWeight.Regular, bool KeepTogether = false);
