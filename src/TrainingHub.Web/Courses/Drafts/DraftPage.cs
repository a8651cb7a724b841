using TrainingHub.Courseware;

namespace TrainingHub.Courses.Drafts;

/// <summary>A draft: files, problems, what may be done.</summary>
public sealed record DraftPage
{
    public required CourseDraft Draft { get; init; }
    public required string Unit { get; init; }
    public required IReadOnlyList<DraftFileRow> Files { get; init; }
    public required IReadOnlyList<Problem> Problems { get; init; }
    public required int Lessons { get; init; }
    public required int Questions { get; init; }

    /// <summary>Names, by id, of whoever is mentioned.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }
    public required bool MayPublish { get; init; }

    /// <summary>Whether the current person asked for the review.</summary>
    public required bool IsOwn { get; init; }
    public bool HasErrors => Problems.Any(problem => problem.Severity is ProblemSeverity.Error);
}
