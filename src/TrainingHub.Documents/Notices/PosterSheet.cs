namespace TrainingHub.Documents;

/// <summary>Everything that a poster says, decided by the caller. The same facts always give the same file.</summary>
public sealed record PosterSheet
{
    /// <summary>Small words above the title.</summary>
    public required string Kicker { get; init; }

    public required string Title { get; init; }

    /// <summary>Lines below the title: number and issuer, edition and days.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    /// <summary>A sentence before the first item; empty when there is none.</summary>
    public string Lead { get; init; } = "";

    public required IReadOnlyList<PosterItem> Items { get; init; }

    /// <summary>What to do, below the items; empty when nothing is said.</summary>
    public IReadOnlyList<string> Advice { get; init; } = [];

    /// <summary>The address in the QR code, which shows the edition of that day.</summary>
    public required Uri Address { get; init; }

    /// <summary>Below the QR code.</summary>
    public required string Caption { get; init; }

    /// <summary>At the foot of every sheet.</summary>
    public required string Note { get; init; }

    /// <summary>For the document's own properties.</summary>
    public required DateOnly Issued { get; init; }

    public required SheetSize Size { get; init; }

    /// <summary>Whether it rather has small letters, down to 6 points on A4, than a second sheet.</summary>
    public bool IsSingle { get; init; }

    internal IEnumerable<string> Texts =>
        [Kicker, Title, Lead, Caption, Note, Address.AbsoluteUri, .. Facts, .. Advice, .. Items.SelectMany(item => (string[])[item.Label, item.Title, item.Text])];
}
