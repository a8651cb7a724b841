namespace TrainingHub.Programmes;

/// <summary>A document whose content a preset wants to be known.</summary>
/// <param name="Title">As the policy document names it, without the book marks 《》.</param>
/// <param name="Slug">Of the standard that travels with the application; null for a local one that the bureau itself enters.</param>
/// <param name="TitleWords">By which a local document is recognized in a title, whatever place stands before them; equal to the title of others.</param>
public sealed record PresetDocument(string Title, string? Slug, string TitleWords)
{
    /// <summary>How the document stands for a programme.</summary>
    /// <param name="known">Documents in force that the setting bureau has: those that travel with the application and those entered by it or above it.</param>
    /// <param name="examined">Slugs of the documents on which questions of the programme's quizzes rest.</param>
    public PresetDocumentState StateOf(IEnumerable<KnownDocument> known, IReadOnlySet<string> examined)
    {
        var found = known.Where(Is).ToList();
        return found.Count == 0 ? PresetDocumentState.Missing
            : found.Exists(document => examined.Contains(document.Slug)) ? PresetDocumentState.Examined
            : PresetDocumentState.NotExamined;
    }

    /// <summary>Whether this is the document.</summary>
    public bool Is(KnownDocument document) => Slug is not null
        ? string.Equals(document.Slug, Slug, StringComparison.Ordinal)
        : document.IsLocal && Bare(document.Title).Contains(Bare(TitleWords), StringComparison.Ordinal);

    // 《许昌市中小学、幼儿园日常安全工作指南》 is written with and without the mark between 中小学 and 幼儿园.
    internal static string Bare(string title) => string.Concat(title.Where(char.IsLetterOrDigit));
}
