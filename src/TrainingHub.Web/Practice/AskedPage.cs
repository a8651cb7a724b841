using TrainingHub.Questions;
using TrainingHub.Questions.Answers;

namespace TrainingHub.Practice;

/// <summary>A question to practise, as it is shown. Nothing in it tells the key.</summary>
/// <param name="One">The question.</param>
/// <param name="OptionOrder">Original option indices in the order shown, another one each time.</param>
/// <param name="Filter">What is practised.</param>
/// <param name="Refused">What was sent and refused, letters of choice in the author's order; null when nothing was.</param>
/// <param name="Left">Of 每日一练, this one included; null elsewhere.</param>
public sealed record AskedPage(PracticeQuestion One, IReadOnlyList<int> OptionOrder, PracticeFilter Filter, string? Refused, int? Left)
{
    /// <summary>Whether nothing was wrong with what was refused, but that it was too much for one day.</summary>
    public bool IsEnough { get; init; }

    /// <summary>Address of the question's pictures.</summary>
    public string Pictures => One.Pictures;

    /// <summary>The fields of a question that is no choice.</summary>
    public AnswerFields Fields => AnswerFields.Of("1", One.Question.Prompt, OptionOrder, Refused ?? "", Pictures);

    /// <param name="one">The question.</param>
    /// <param name="filter">What is practised.</param>
    /// <param name="refused">What was sent and refused.</param>
    /// <param name="order">The order in which it was shown before; null: a new one.</param>
    /// <param name="left">Of 每日一练.</param>
    public static AskedPage Of(PracticeQuestion one, PracticeFilter filter, string? refused = null, IReadOnlyList<int>? order = null, int? left = null) =>
        new(one, order ?? Shuffled(one.Question), filter, refused, left);

    public static IReadOnlyList<int> AuthorsOrder(QuestionPrompt prompt) => [.. Enumerable.Range(0, prompt.OptionCount)];

    private static List<int> Shuffled(QuestionVersion question)
    {
        int[] order = [.. AuthorsOrder(question.Prompt)];
        Random.Shared.Shuffle(order);
        return Questions.OptionOrder.Of(order, question.ShuffledOptions);
    }
}
