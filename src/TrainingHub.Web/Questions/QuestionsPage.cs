using TrainingHub.Hosting;

namespace TrainingHub.Questions;

/// <summary>The list of the banks' questions.</summary>
/// <param name="Filter">As asked for.</param>
/// <param name="Rows">Of this page.</param>
/// <param name="Tags">Of these rows: tags first, then knowledge points.</param>
/// <param name="Pages">Of all that match.</param>
/// <param name="Banks">Units whose banks the reader sees and that have questions or folders.</param>
/// <param name="Folders">Of the bank that is asked for, with the names of the folders they lie in.</param>
/// <param name="Standards">Slugs and titles of documents.</param>
/// <param name="Editable">Units in whose banks the reader may change something, of those shown.</param>
public sealed record QuestionsPage(
    QuestionsFilter Filter,
    IReadOnlyList<QuestionRow> Rows,
    ILookup<Guid, string> Tags,
    Pages Pages,
    IReadOnlyList<(Guid Id, string Name)> Banks,
    IReadOnlyList<(Guid Id, string Name)> Folders,
    IReadOnlyList<(string Slug, string Title)> Standards,
    IReadOnlySet<Guid> Editable)
{
    /// <summary>How many questions are left out because they stand on the reader's own open papers.</summary>
    public required int Withheld { get; init; }
}
