namespace TrainingHub.Documents;

/// <summary>A report of a few pages: title, lines of facts, tables. The same facts always give the same file.</summary>
public sealed record ReportSheet
{
    public required string Title { get; init; }

    /// <summary>Lines below the title: of whom, as of when.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    public required IReadOnlyList<FlowBlock> Blocks { get; init; }

    /// <summary>For the document's own properties.</summary>
    public required DateOnly Issued { get; init; }

    /// <summary>What stands at the outer edge of every page where the seal over all pages (骑缝章) goes; empty: no room is marked.</summary>
    public string SeamSeal { get; init; } = "";

    internal IEnumerable<string> Texts => [Title, SeamSeal, .. Facts, .. Blocks.SelectMany(block => block.Texts)];
}
