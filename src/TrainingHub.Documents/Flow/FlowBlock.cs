namespace TrainingHub.Documents;

/// <summary>A part of a text that flows over pages.</summary>
public abstract record FlowBlock
{
    private FlowBlock()
    {
    }

    /// <param name="Level">1 for the largest.</param>
    public sealed record Heading(int Level, string Text) : FlowBlock;

    public sealed record Paragraph(IReadOnlyList<Span> Spans) : FlowBlock;

    /// <param name="Marker">What stands before it: a bullet or a number.</param>
    /// <param name="Depth">0 for an item of the outermost list.</param>
    public sealed record ListItem(string Marker, int Depth, IReadOnlyList<Span> Spans) : FlowBlock;

    /// <param name="Head">Repeated on every page; empty when there is none.</param>
    /// <param name="Rows">Each with as many cells as the head has, if there is one.</param>
    public sealed record Table(IReadOnlyList<IReadOnlyList<Span>> Head, IReadOnlyList<IReadOnlyList<IReadOnlyList<Span>>> Rows) : FlowBlock
    {
        /// <summary>How wide the columns are, as parts of the whole; empty: by what stands in them.</summary>
        public IReadOnlyList<double> Shares { get; init; } = [];
    }

    /// <param name="Colour">Of the rule at its left and of the tag.</param>
    /// <param name="Tag">What it is: 重大事故隐患, 案例.</param>
    public sealed record Box(Colour Colour, string Tag, IReadOnlyList<FlowBlock> Blocks) : FlowBlock;

    /// <summary>As large as 96 pixels to the inch make it, but not wider than the text and not higher than half a sheet.</summary>
    /// <param name="Meaning">What there is to see, said where the document is read aloud.</param>
    /// <param name="Caption">Below it; empty for none.</param>
    public sealed record Photograph(Picture Picture, string Meaning, string Caption) : FlowBlock;

    /// <summary>Every text of the block and of those inside.</summary>
    internal IEnumerable<string> Texts => this switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => paragraph.Spans.Select(span => span.Text),
        ListItem item => [item.Marker, .. item.Spans.Select(span => span.Text)],
        Table table => table.Rows.Prepend(table.Head).SelectMany(row => row).SelectMany(cell => cell).Select(span => span.Text),
        Photograph photograph => [photograph.Caption],
        Box box => [box.Tag, .. box.Blocks.SelectMany(block => block.Texts)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
