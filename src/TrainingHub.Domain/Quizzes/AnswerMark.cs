using System.Globalization;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes;

/// <summary>评分: what a person gave for a written answer, line by line of the rubric. Appended, never changed; see <see cref="Marking"/> for which of several counts.</summary>
public sealed class AnswerMark
{
    public const int LongestComment = 1000;

    public required Guid Id { get; init; }
    public required Guid AttemptId { get; init; }

    /// <summary>Number of the paper's item, from 1.</summary>
    public required int Item { get; init; }

    /// <summary>For each line of the rubric what of its weight was given: <c>2,0,1</c>.</summary>
    public required string Given { get; init; }

    /// <summary>Whole points of the item, rounded down.</summary>
    public required int Points { get; init; }

    /// <summary>For the person; null without one.</summary>
    public string? Comment { get; init; }
    public required DateTime MarkedAt { get; init; }
    public required Guid MarkedBy { get; init; }

    /// <summary>Where two people mark: whether this is the first, the second or the third, from 1. Null where one person marks.</summary>
    public int? Number { get; init; }

    /// <summary>Where two people mark: whole points of the item that this mark decided; null when another one has to.</summary>
    public int? Decided { get; init; }

    /// <summary>Whole points of the item that follow from this mark; null while another one has to decide.</summary>
    public int? Decides => Number is null ? Points : Decided;

    /// <summary>Points for what was given of each line: its share of all weights, rounded down. Null when the lines are not the rubric's, or more or less was given than a line has.</summary>
    /// <param name="rubric">Of the question as it was shown.</param>
    /// <param name="given">In the order of the rubric, each from 0 to the line's weight.</param>
    /// <param name="points">Of the item.</param>
    public static int? PointsOf(IReadOnlyList<RubricLine> rubric, IReadOnlyList<int> given, int points) =>
        given.Count == rubric.Count && given.Zip(rubric).All(pair => pair.First >= 0 && pair.First <= pair.Second.Weight)
            ? new Share(given.Sum(), rubric.Sum(line => line.Weight)).PointsOf(points)
            : null;

    public static string TextOf(IReadOnlyList<int> given) => string.Join(',', given.Select(weight => weight.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What <see cref="TextOf"/> wrote; null for any other text.</summary>
    public static IReadOnlyList<int>? LinesOf(string text)
    {
        var given = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var weight))
            {
                return null;
            }

            given.Add(weight);
        }

        return given;
    }

    public IReadOnlyList<int> GivenLines => PaperItem.ParseOptionOrder(Given);
}
