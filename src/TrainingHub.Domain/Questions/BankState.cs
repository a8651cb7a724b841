namespace TrainingHub.Questions;

/// <summary>What a change of many questions may alter of one, as it was before.</summary>
public sealed record BankState
{
    public required BankStatus Status { get; init; }
    public required string? PublishedHash { get; init; }
    public required int? PublishedNumber { get; init; }
    public required string Remark { get; init; }
    public required BankAttention Attention { get; init; }
    public required QuestionUse Use { get; init; }

    /// <summary>1 to 3.</summary>
    public required int Difficulty { get; init; }
    public required Guid? FolderId { get; init; }

    /// <summary>The newest version; null in what was noted before it was: then neither it nor the source was changed.</summary>
    public string? Hash { get; init; }

    /// <summary>Who wrote that version; null in what was noted before it was: then whoever wrote last stays.</summary>
    public Guid? WrittenBy { get; init; }

    /// <summary>来源; null when not said.</summary>
    public string? Source { get; init; }

    /// <summary>标签, in the order of their names.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>知识点, in the order of their names.</summary>
    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>Whether everything is as in the other, tags and points too.</summary>
    public bool IsSameAs(BankState other) =>
        this with { Tags = other.Tags, Points = other.Points } == other
        && Tags.SequenceEqual(other.Tags, StringComparer.Ordinal) && Points.SequenceEqual(other.Points, StringComparer.Ordinal);
}
