namespace TrainingHub.Documents;

/// <summary>Everything that a checklist says, decided by the caller.</summary>
public sealed record ChecklistSheet
{
    public required string Title { get; init; }

    /// <summary>Number, issuer, edition, days.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>What is looked at: number of the clause and what it says.</summary>
    public required IReadOnlyList<PosterItem> Items { get; init; }

    public required Uri Address { get; init; }

    public required string Caption { get; init; }

    public required string Note { get; init; }

    /// <summary>For the document's own properties.</summary>
    public required DateOnly Issued { get; init; }

    public required SheetSize Size { get; init; }

    internal IEnumerable<string> Texts =>
        [Title, Caption, Note, Address.AbsoluteUri, .. Facts, .. Items.SelectMany(item => (string[])[item.Label, item.Title, item.Text])];
}
