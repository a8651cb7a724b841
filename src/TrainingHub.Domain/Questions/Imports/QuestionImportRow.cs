namespace TrainingHub.Questions.Imports;

/// <summary>A question of a file, as it will be or was taken.</summary>
public sealed class QuestionImportRow
{
    /// <summary>The longest <see cref="Place"/>, in characters.</summary>
    public const int LongestPlace = 100;

    public required Guid ImportId { get; init; }

    /// <summary>Place in the file, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>Line or row, from 1; 0 where the format has none.</summary>
    public required int Line { get; init; }

    /// <summary>Sheet or item; empty where there is only one.</summary>
    public required string Place { get; init; }

    /// <summary>Null where it is none of ours.</summary>
    public required QuestionKind? Kind { get; init; }

    /// <summary>Beginning of the stem.</summary>
    public required string Title { get; init; }
    public required QuestionVerdict Verdict { get; set; }

    /// <summary>What is wrong with it or worth saying, as JSON.</summary>
    public required string Problems { get; init; }

    /// <summary>The question of the bank that it is near to, or <c>#12</c> for the twelfth of the file; null: none.</summary>
    public required string? NearTo { get; init; }

    /// <summary>The question as it was read, as JSON; empty once it is taken or not to be taken.</summary>
    public required string Content { get; set; }
    public QuestionTaken Taken { get; set; }

    /// <summary>The question of the bank that it has become or that was there; null before.</summary>
    public string? TakenAs { get; set; }

    /// <summary>Under which of the three counts of its import it is shown.</summary>
    public QuestionVerdict Tab => Verdict switch
    {
        QuestionVerdict.Same => QuestionVerdict.Near,
        QuestionVerdict.NearTaken => QuestionVerdict.Take,
        _ => Verdict,
    };
}
