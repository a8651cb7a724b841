namespace TrainingHub.Documents;

/// <summary>One line of text; X is its left end, Y its baseline, in millimetres.</summary>
public sealed record TextLine(double X, double Y, IReadOnlyList<Span> Spans)
{
    public string Text => string.Concat(Spans.Select(span => span.Text));
}
