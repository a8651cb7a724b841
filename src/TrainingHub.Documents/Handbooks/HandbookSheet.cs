namespace TrainingHub.Documents;

/// <summary>安全知识手册: a whole course as a book, decided by the caller. The same facts always give the same file.</summary>
public sealed record HandbookSheet
{
    public required string Kicker { get; init; }

    public required string Title { get; init; }

    /// <summary>A few sentences on the cover.</summary>
    public required string Summary { get; init; }

    /// <summary>Lines at the foot of the cover: for whom, version.</summary>
    public required IReadOnlyList<string> Facts { get; init; }

    public required IReadOnlyList<HandbookChapter> Chapters { get; init; }

    /// <summary>For the document's own properties.</summary>
    public required DateOnly Published { get; init; }

    internal IEnumerable<string> Texts =>
        [Kicker, Title, Summary, .. Facts, .. Chapters.SelectMany(chapter => chapter.Blocks.SelectMany(block => block.Texts).Prepend(chapter.Title))];
}
