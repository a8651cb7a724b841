using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Questions;

/// <summary>A picture for a question.</summary>
public sealed record QuestionPictureInput
{
    public IFormFile? Picture { get; init; }

    /// <summary>What there is to see, for those who do not see it. On one line.</summary>
    [StringLength(300)]
    public string Alternative { get; init => field = BankWords.Line(value); } = "";

    /// <summary>Whether it belongs to the case instead of the stem.</summary>
    public bool IsOfCase { get; init; }

    /// <summary>Whether it stands beside the stem together with the pictures that are there, instead of in the place of the first.</summary>
    public bool IsFurther { get; init; }

    /// <summary>The state that the form was made from.</summary>
    public int Revision { get; init; }
}
