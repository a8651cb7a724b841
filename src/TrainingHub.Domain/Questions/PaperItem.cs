using System.Globalization;

namespace TrainingHub.Questions;

/// <summary>One question of a paper.</summary>
/// <param name="Number">From 1.</param>
/// <param name="QuestionHash">The question version.</param>
/// <param name="OptionOrder">Original option indices from 0 in the order shown: letter A stands for the first of them.</param>
/// <param name="Points">Whole points when everything is right.</param>
public sealed record PaperItem(int Number, string QuestionHash, IReadOnlyList<int> OptionOrder, int Points)
{
    /// <summary>计分规则, frozen with the paper.</summary>
    public ScoreRule Rule { get; init; } = ScoreRule.AllOrNothing;

    /// <summary>Slug of the course, empty for a question bank; null: that of the attempt's course.</summary>
    public string? Source { get; init; }

    /// <summary>The option order as stored: <c>2,0,3,1</c>.</summary>
    public string OptionOrderText => string.Join(',', OptionOrder);

    /// <summary>Reads what <see cref="OptionOrderText"/> wrote; the empty text is an item without options.</summary>
    /// <exception cref="FormatException">It is not a list of whole numbers.</exception>
    public static IReadOnlyList<int> ParseOptionOrder(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(index => int.Parse(index, NumberStyles.None, CultureInfo.InvariantCulture))];
}
