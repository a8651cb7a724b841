using System.Globalization;

namespace TrainingHub.Contests.Stage;

/// <summary>What a team chose of the risk questions.</summary>
/// <param name="Team">Who chose.</param>
/// <param name="Points">10, 20 or 30.</param>
/// <param name="To">The team that it named; null: it answers itself.</param>
public sealed record StageChoice(int Team, int Points, int? To)
{
    public static IReadOnlyList<int> Stakes { get; } = [10, 20, 30];

    /// <summary>How the log keeps who was named; null: nobody.</summary>
    public static string? TextOf(int? to) => to is { } team ? string.Create(CultureInfo.InvariantCulture, $"to={team}") : null;

    /// <summary>Reads what <see cref="TextOf"/> wrote; 0 when it cannot be read.</summary>
    internal static int? Named(string? text) => text is null ? null : int.TryParse(new StagePairs(text).Find("to"), NumberStyles.None, CultureInfo.InvariantCulture, out var team) ? team : 0;
}
