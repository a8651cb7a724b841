using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Questions;

/// <summary>The form of one question: fields for every kind, or Markdown. Lists of the same part go side by side; empty rows count for nothing.</summary>
public sealed record QuestionInput
{
    /// <summary>Whether <see cref="Text"/> says it all.</summary>
    public bool IsMarkdown { get; init; }

    /// <summary>One question as Markdown.</summary>
    [StringLength(64_000)]
    public string? Text { get; init; }

    public QuestionKind Kind { get; init; }

    [StringLength(4000)]
    public string? Stem { get; init; }

    /// <summary>Options of choice; of 隐患判定题 the clauses to choose from.</summary>
    [MaxLength(QuestionRule.MostParts)]
    public IReadOnlyList<string?>? Options { get; init; }

    /// <summary>Places of the right options, from 0.</summary>
    [MaxLength(QuestionRule.MostParts)]
    public IReadOnlyList<int>? Right { get; init; }

    /// <summary>判断题: whether the stem is true; null: not said.</summary>
    public bool? Truth { get; init; }

    /// <summary>填空题: for each blank the words that are taken, one a line.</summary>
    [MaxLength(QuestionRule.MostBlanks)]
    public IReadOnlyList<string?>? Words { get; init; }

    /// <summary>填空题: for each blank the right number as typed; empty where only words are asked.</summary>
    [MaxLength(QuestionRule.MostBlanks)]
    public IReadOnlyList<string?>? Numbers { get; init; }

    /// <summary>填空题: for each blank how far a number may be off.</summary>
    [MaxLength(QuestionRule.MostBlanks)]
    public IReadOnlyList<string?>? Tolerances { get; init; }

    /// <summary>填空题: for each blank how the unit may be written, one a line.</summary>
    [MaxLength(QuestionRule.MostBlanks)]
    public IReadOnlyList<string?>? UnitWords { get; init; }

    /// <summary>填空题: places of the blanks whose unit has to be written, from 0.</summary>
    [MaxLength(QuestionRule.MostBlanks)]
    public IReadOnlyList<int>? NeedsUnit { get; init; }

    /// <summary>排序题: in the right order.</summary>
    [MaxLength(QuestionRule.MostParts)]
    public IReadOnlyList<string?>? Steps { get; init; }

    /// <summary>匹配题: what the items are matched with.</summary>
    [MaxLength(QuestionRule.MostParts)]
    public IReadOnlyList<string?>? Targets { get; init; }

    /// <summary>匹配题.</summary>
    [MaxLength(QuestionRule.MostParts)]
    public IReadOnlyList<string?>? Items { get; init; }

    /// <summary>匹配题: for each item the number of its target's row, from 1.</summary>
    [MaxLength(QuestionRule.MostParts)]
    public IReadOnlyList<string?>? Matches { get; init; }

    /// <summary>图上标注题: what the places are called.</summary>
    [MaxLength(QuestionRule.MostParts)]
    public IReadOnlyList<string?>? Names { get; init; }

    /// <summary>图上标注题: as <see cref="ZoneText"/> reads them.</summary>
    [MaxLength(QuestionRule.MostParts)]
    public IReadOnlyList<string?>? Corners { get; init; }

    /// <summary>图上标注题: places of the right ones, from 0.</summary>
    [MaxLength(QuestionRule.MostParts)]
    public IReadOnlyList<int>? RightPlaces { get; init; }

    /// <summary>隐患判定题; null: not said.</summary>
    public HazardLevel? Level { get; init; }

    /// <summary>简答题: how many characters an answer may have, as typed.</summary>
    [StringLength(20)]
    public string? Characters { get; init; }

    /// <summary>简答题: what is marked.</summary>
    [MaxLength(QuestionRule.MostRubricLines)]
    public IReadOnlyList<string?>? Rubric { get; init; }

    /// <summary>简答题: the share of each line, as typed.</summary>
    [MaxLength(QuestionRule.MostRubricLines)]
    public IReadOnlyList<string?>? Weights { get; init; }

    /// <summary>The picture beside the stem as the form was made with it: file, type, width and height; null without one.</summary>
    [StringLength(120)]
    public string? Picture { get; init; }

    /// <summary>A picture to be put beside the stem, in the place of the one that is there.</summary>
    public IFormFile? NewPicture { get; init; }

    /// <summary>What the picture shows.</summary>
    [StringLength(300)]
    public string? Alternative { get; init; }

    /// <summary>Further pictures beside the stem as the form was made with them, each as <see cref="Picture"/> and what it shows.</summary>
    [MaxLength(QuestionRule.MostPictures)]
    public IReadOnlyList<string?>? MorePictures { get; init; }

    /// <summary>What each of the further pictures shows; null: as it came with the picture.</summary>
    [MaxLength(QuestionRule.MostPictures)]
    public IReadOnlyList<string?>? MoreAlternatives { get; init; }

    /// <summary>Places of the further pictures to be left out, from 0.</summary>
    [MaxLength(QuestionRule.MostPictures)]
    public IReadOnlyList<int>? MorePicturesGone { get; init; }

    /// <summary>案例: its id; null or empty: a case of its own, when there is a story.</summary>
    [StringLength(80)]
    public string? CaseId { get; init; }

    /// <summary>案例: what happened; null or empty: no case.</summary>
    [StringLength(4000)]
    public string? Story { get; init; }

    /// <summary>案例: its pictures as the form was made with them, each as <see cref="Picture"/> and what it shows.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string?>? StoryPictures { get; init; }

    /// <summary>案例: what each of its pictures shows; null: as it came with the picture.</summary>
    [MaxLength(20)]
    public IReadOnlyList<string?>? StoryAlternatives { get; init; }

    /// <summary>案例: places of the pictures to be left out, from 0.</summary>
    [MaxLength(20)]
    public IReadOnlyList<int>? StoryPicturesGone { get; init; }

    [StringLength(4000)]
    public string? Explanation { get; init; }

    public QuestionUse Use { get; init; } = QuestionUse.Both;

    [Range(1, 3)]
    public int Difficulty { get; init; } = 1;

    /// <summary>依据: clauses as <c>slug@edition#number</c>, the first of them the main one.</summary>
    [MaxLength(40)]
    public IReadOnlyList<string?>? Clauses { get; init; }

    /// <summary>Words by which clauses are looked for.</summary>
    [StringLength(80)]
    public string? ClauseWords { get; init; }

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

    /// <summary>How many empty rows each list ends with.</summary>
    [Range(0, QuestionRule.MostParts)]
    public int Rows { get; init; }
}
