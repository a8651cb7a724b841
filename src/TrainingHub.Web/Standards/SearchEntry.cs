namespace TrainingHub.Standards;

/// <summary>One thing that a search can find. Its words are kept cut by <see cref="TextGrams"/>, so that both databases index Chinese alike.</summary>
public sealed class SearchEntry
{
    public long Id { get; init; }
    public required SearchKind Kind { get; init; }

    /// <summary>What is replaced together: an edition, a course.</summary>
    public required string Group { get; init; }

    /// <summary>Which thing of the group.</summary>
    public required string Key { get; init; }
    public required string Title { get; init; }

    /// <summary>The unit whose people alone may find it; null for everybody who may see this kind.</summary>
    public Guid? ReadersId { get; init; }
    public required string TitleWords { get; init; }
    public required string TextWords { get; init; }

    public static SearchEntry Of(SearchKind kind, string group, string key, string title, string text, Guid? readersId) => new()
    {
        Kind = kind,
        Group = group,
        Key = key,
        Title = title.Length > 200 ? title[..200] : title,
        ReadersId = readersId,
        TitleWords = string.Join(' ', TextGrams.Of(title)),
        TextWords = string.Join(' ', TextGrams.Of(text)),
    };
}
