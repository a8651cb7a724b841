using TrainingHub.Standards;

namespace TrainingHub.Courses;

/// <summary>课时: one page of a course, rendered.</summary>
/// <param name="Slug">File name without number and extension; unique within the course.</param>
/// <param name="Number">The file's leading number: place in the course, ascending, not necessarily without gaps.</param>
/// <param name="Title">Title without number.</param>
/// <param name="Minutes">Whole minutes that the author allows for it.</param>
/// <param name="Html">Body, safe to send as it is: no scripts, no styles, no raw HTML of the author. Headings from h2.</param>
/// <param name="Checks">Ids of the questions of its pool, in order; at least two.</param>
public sealed record LessonContent(string Slug, int Number, string Title, int Minutes, string Html, IReadOnlyList<string> Checks)
{
    /// <summary>Lowercase hexadecimal SHA-256 of title and body as they were written.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The same of the body alone: as long as it stays, whoever finished the lesson has finished it.</summary>
    public string BodyHash { get; init; } = "";

    /// <summary>Clauses that the body shows, each once, in the order of their first place.</summary>
    public IReadOnlyList<ClauseName> Clauses { get; init; } = [];
}
