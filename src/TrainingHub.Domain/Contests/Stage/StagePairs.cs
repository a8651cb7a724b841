using System.Globalization;

namespace TrainingHub.Contests.Stage;

/// <summary>Texts such as <c>base=100;members=4,4</c>, as the log keeps them.</summary>
internal sealed class StagePairs(string? text)
{
    private readonly Dictionary<string, string> values = (text ?? "").Split(';').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length is 2)
        .DistinctBy(pair => pair[0], StringComparer.Ordinal).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public string? Find(string name) => values.GetValueOrDefault(name);

    /// <exception cref="FormatException">It is missing, or no whole number.</exception>
    public int Number(string name) => Find(name) is { } value ? int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) : throw new FormatException($"It does not say {name}.");

    /// <summary>Whole numbers with commas; empty without.</summary>
    /// <exception cref="FormatException">One is no whole number.</exception>
    public IReadOnlyList<int> Numbers(string name) =>
        [.. (Find(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(value => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture))];
}
