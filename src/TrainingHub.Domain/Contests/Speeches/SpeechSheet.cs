using System.Globalization;

namespace TrainingHub.Contests.Speeches;

/// <summary>评分表 of one judge for one entry. Only ever appended: a correction is a further turn with its reason, and the last turn counts.</summary>
public sealed class SpeechSheet
{
    public const int LongestComment = 500;
    public const int LongestReason = 200;

    public required Guid Id { get; init; }
    public required Guid EntryId { get; init; }

    /// <summary>The person who scored.</summary>
    public required Guid JudgeId { get; init; }

    /// <summary>From 1.</summary>
    public required int Turn { get; init; }

    /// <summary>Whole points in the order of the criteria, joined by commas.</summary>
    public required string Scores { get; init; }

    /// <summary>To the speaker; may be empty.</summary>
    public required string Comment { get; init; }

    /// <summary>Why it was corrected; null for the first turn.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the judge held a post in the speaker's unit when scoring.</summary>
    public required bool IsOwnUnit { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public IReadOnlyList<int> Points => [.. Scores.Split(',').Select(score => int.Parse(score, CultureInfo.InvariantCulture))];

    public static string Written(IEnumerable<int> points) => string.Join(',', points.Select(score => score.ToString(CultureInfo.InvariantCulture)));
}
