using System.ComponentModel.DataAnnotations;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>An answer as a browser sends it.</summary>
public sealed record AnswerInput
{
    /// <summary>From 1; each change of an item counts one up.</summary>
    [Range(1, 1_000_000)]
    public int Version { get; init; }

    /// <summary>As a <see cref="Response"/> writes itself; absent or empty takes the answer back.</summary>
    [StringLength(Response.MostCharacters)]
    public string? Choice { get; init; }
}
