namespace TrainingHub.Questions.Answers;

/// <summary>What was answered to a question, and, once released, what is right.</summary>
public sealed record AnsweredView
{
    public required QuestionPrompt Prompt { get; init; }

    /// <summary>Null until it is released.</summary>
    public required QuestionKey? Key { get; init; }

    /// <summary>Original indices in the order shown.</summary>
    public required IReadOnlyList<int> Order { get; init; }
    public required Response Response { get; init; }

    /// <summary>Address under which the pictures are served.</summary>
    public required string Pictures { get; init; }

    /// <summary>Whether the right answer is told as well: not of one who gave it.</summary>
    public bool TellsRight { get; init; } = true;

    /// <summary>Whether what was answered is told: where nobody answered, the key alone is shown.</summary>
    public bool IsTold { get; init; } = true;

    /// <summary>Whether options are named by the letters under which they were shown.</summary>
    public bool HasLetters { get; init; } = true;

    /// <summary>Whether spots or zones are drawn on the picture.</summary>
    public bool IsDrawn => Prompt is { Kind: QuestionKind.Hotspot, Picture: not null };
}
