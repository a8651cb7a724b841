namespace TrainingHub.Notices;

/// <summary>A notice that somebody is to get.</summary>
/// <param name="PersonId">Of the roster.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Key">Names what caused it; of one cause a person is told once.</param>
/// <param name="Link">A path of this application.</param>
public sealed record NoticeDraft(Guid PersonId, NoticeKind Kind, string Key, string Link)
{
    /// <summary>The name of what it is about; what is too long is cut.</summary>
    public string About { get; init => field = Cut(value, Notice.LongestAbout); } = "";

    /// <summary>What stands beside it; what is too long is cut.</summary>
    public string Detail { get; init => field = Cut(value, Notice.LongestDetail); } = "";

    public DateOnly? Day { get; init; }

    public IReadOnlyList<NoticeLine> Lines { get; init; } = [];

    internal Notice At(Guid id, DateTime now) => new()
    {
        Id = id,
        PersonId = PersonId,
        Kind = Kind,
        Key = Key,
        At = now,
        About = About,
        Detail = Detail,
        Day = Day,
        Link = Link,
        Lines = Lines.Count is 0 ? "" : NoticeLines.Write(Lines),
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
