using System.ComponentModel.DataAnnotations;

namespace TrainingHub.Quizzes;

/// <summary>How the written answers of a quiz are marked from now on.</summary>
public sealed record MarkingRuleInput
{
    public bool IsDouble { get; init; }

    /// <summary>Whole points; see <see cref="MarkingRule.MostApart"/>.</summary>
    [Range(0, MarkingRule.GreatestApart, ErrorMessage = "Bad_MostApart")]
    public int MostApart { get; init; }
}
