namespace TrainingHub.Questions;

/// <summary>Who picked an option.</summary>
/// <param name="Times">How many.</param>
/// <param name="RestSum">Sum of the thousandths of all other points that they reached.</param>
public sealed record OptionTally(int Times, long RestSum)
{
    public static OptionTally None { get; } = new(0, 0);

    /// <summary>Mean of the thousandths of all other points, rounded down; null when nobody picked it.</summary>
    public int? RestMean => Times is 0 ? null : (int)(RestSum / Times);
}
