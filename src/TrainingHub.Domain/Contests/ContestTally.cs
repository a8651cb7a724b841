using System.Globalization;

namespace TrainingHub.Contests;

/// <summary>How one class answered one question: counts, and nothing of a single device.</summary>
/// <param name="Present">Devices of the class that had joined when the question was revealed; null: fewer than five, of which nothing more is kept.</param>
/// <param name="Chosen">How often each answer was given, letters as displayed; who gave none is in no count.</param>
public sealed record ContestTally(int? Present, IReadOnlyDictionary<string, int> Chosen)
{
    /// <summary>不足5人: of fewer devices nothing is counted.</summary>
    public const int Least = 5;

    /// <summary>How many devices are told of, all in all.</summary>
    /// <param name="classes">Devices of each class.</param>
    public static int Told(IEnumerable<int> classes) => classes.Where(devices => devices >= Least).Sum();

    /// <param name="present">Devices of the class.</param>
    /// <param name="answers">What they gave.</param>
    public static ContestTally Of(int present, IEnumerable<string> answers) => present < Least
        ? new ContestTally(null, new Dictionary<string, int>(StringComparer.Ordinal))
        : new ContestTally(present, answers.CountBy(answer => answer, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="present">Null for fewer than five.</param>
    /// <param name="text">Null where nobody answered.</param>
    public static ContestTally Read(int? present, string? text) => new(present, (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
        .Where(pair => pair.Length is 2).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture), StringComparer.Ordinal));

    /// <summary>As the log keeps it: <c>A=12;BC=3</c>.</summary>
    public override string ToString() =>
        string.Join(';', Chosen.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}={one.Value}")));

    /// <summary>How many were right.</summary>
    public int RightOf(ContestQuestion question) => Chosen.Where(one => question.IsRight(one.Key)).Sum(one => one.Value);

    /// <summary>Points for each device present, in hundredths, rounded down; 0 for fewer than five.</summary>
    public int AverageOf(ContestQuestion question, ContestRules rules)
    {
        if (Present is not { } present)
        {
            return 0;
        }

        var points = Chosen.Sum(one => one.Value * (long)rules.PointsOf(question.IsRight(one.Key), 0, 1, 0));
        return (int)Math.Floor(100m * points / present);
    }
}
