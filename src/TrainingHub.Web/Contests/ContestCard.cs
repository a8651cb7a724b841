using TrainingHub.Questions;

namespace TrainingHub.Contests;

/// <summary>A question of a prepared contest, with its key. Never leaves the server as it is.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Question">The version that is shown.</param>
/// <param name="Order">Original option indices in the order shown.</param>
public sealed record ContestCard(int Number, QuestionVersion Question, IReadOnlyList<int> Order)
{
    /// <summary>Slug of the course that it is from, empty for a question bank.</summary>
    public required string Source { get; init; }

    /// <summary>The letters that are right, as displayed.</summary>
    public string Right { get; } = Choice.Of(Question.Key.CorrectOptions, Order).ToString();

    /// <summary>Texts in the order shown; empty for true/false.</summary>
    public IReadOnlyList<string> Options { get; } = Question.Prompt.Kind is QuestionKind.TrueFalse ? [] : [.. Order.Select(index => Question.Prompt.Options[index])];

    /// <summary>The answer as it is written in the log; null when it is none that the question offers.</summary>
    public string? Read(string? text) =>
        ResponseText.Parse(text, Question.Prompt, Order) is ResponseOutcome.Parsed(Response.Picked(var choice)) && !choice.IsUnanswered ? choice.ToString() : null;
}
