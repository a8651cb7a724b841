namespace TrainingHub.Contests.Open;

/// <summary>Which attempts the organizer may want to look at.</summary>
public static class DoubtRule
{
    /// <summary>So often (included) is often.</summary>
    public const int OftenLeft = 5;

    /// <param name="secondsFloor">Whole seconds a question; 0: time is no reason.</param>
    /// <param name="items">Questions on the paper.</param>
    /// <param name="seconds">Whole seconds from start to handing in.</param>
    /// <param name="left">How often the page was left.</param>
    /// <param name="devices">How often it went on in another browser, or another one was refused.</param>
    public static SittingDoubt Of(int secondsFloor, int items, int seconds, int left, int devices) =>
        (seconds < (long)secondsFloor * items ? SittingDoubt.TooFast : SittingDoubt.None)
        | (left >= OftenLeft ? SittingDoubt.LeftOften : SittingDoubt.None)
        | (devices > 0 ? SittingDoubt.SeveralDevices : SittingDoubt.None);
}
