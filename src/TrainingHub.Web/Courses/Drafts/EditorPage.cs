namespace TrainingHub.Courses.Drafts;

/// <summary>A file beside what learners will see of it.</summary>
public sealed record EditorPage
{
    public required CourseDraft Draft { get; init; }
    public required string Path { get; init; }

    /// <summary>What stands in the form; null where the bytes are no text in UTF-8.</summary>
    public required string? Text { get; init; }

    /// <summary>Hash of the bytes that are kept now.</summary>
    public required string Known { get; init; }
    public required PreviewPart Preview { get; init; }

    /// <summary>Paths of the draft's files, for going from one to the next.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>UTC of the save that just happened; null otherwise.</summary>
    public DateTime? SavedAt { get; init; }

    /// <summary>What somebody else saved meanwhile against what stands in the form; null when nobody did.</summary>
    public IReadOnlyList<DifferenceLine>? Overtaken { get; init; }

    /// <summary>Whether the text in the form was not kept yet.</summary>
    public bool IsUnsaved { get; init; }
}
