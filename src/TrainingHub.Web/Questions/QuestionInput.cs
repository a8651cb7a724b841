using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Questions;

/// <summary>The form of one question: fields for the common kinds, or Markdown for all.</summary>
public sealed record QuestionInput
{
    public const int MostOptions = 8;

    /// <summary>Whether <see cref="Text"/> says it all.</summary>
    public bool IsMarkdown { get; init; }

    /// <summary>One question as Markdown.</summary>
    [StringLength(64_000)]
    public string? Text { get; init; }

    public QuestionKind Kind { get; init; }

    [StringLength(4000)]
    public string? Stem { get; init; }

    [MaxLength(MostOptions)]
    public IReadOnlyList<string?>? Options { get; init; }

    /// <summary>Places of the right options, from 0.</summary>
    [MaxLength(MostOptions)]
    public IReadOnlyList<int>? Right { get; init; }

    /// <summary>判断题: whether the stem is true; null: not said.</summary>
    public bool? Truth { get; init; }

    /// <summary>填空题: a line for each blank, what is taken separated by vertical bars.</summary>
    [StringLength(4000)]
    public string? Blanks { get; init; }

    /// <summary>The picture beside the stem as the form was made with it: file, type, width and height; null without one.</summary>
    [StringLength(120)]
    public string? Picture { get; init; }

    /// <summary>What the picture shows.</summary>
    [StringLength(300)]
    public string? Alternative { get; init; }

    [StringLength(4000)]
    public string? Explanation { get; init; }

    public QuestionUse Use { get; init; } = QuestionUse.Both;

    [Range(1, 3)]
    public int Difficulty { get; init; } = 1;

    /// <summary>slug@edition of a document; null or empty: outside the standards.</summary>
    [StringLength(130)]
    public string? Edition { get; init; }

    [StringLength(80)]
    public string? Clause { get; init; }

    [StringLength(200)]
    public string? Document { get; init; }

    [StringLength(200)]
    public string? Area { get; init; }

    [StringLength(2000)]
    public string? Statement { get; init; }

    [StringLength(1400)]
    public string? Tags { get; init; }

    [StringLength(1400)]
    public string? Points { get; init; }

    [StringLength(BankQuestion.LongestSource)]
    public string? Source { get; init; }

    /// <summary>Name of the unit; of a new question alone.</summary>
    [StringLength(200)]
    public string? Unit { get; init; }

    public Guid? Folder { get; init; }

    /// <summary>What was changed and why.</summary>
    [StringLength(BankQuestionVersion.LongestNote)]
    public string? Note { get; init; }

    /// <summary>The state that the form was made from; null for a new question.</summary>
    public int? Revision { get; init; }
}
