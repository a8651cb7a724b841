namespace TrainingHub.Sessions;

/// <summary>One half-day of the form; without a day it is empty and passed over.</summary>
public sealed record HalfDayInput
{
    public DateOnly? Day { get; init; }
    public HalfOfDay Half { get; init; } = HalfOfDay.Morning;
    public TimeOnly? Begins { get; init; }
    public TimeOnly? Ends { get; init; }

    public static HalfDayInput Of(HalfDay half) => new() { Day = half.Day, Half = half.Half, Begins = half.Begins, Ends = half.Ends };

    /// <summary>The half-day; null where something is missing or the day is out of all reason.</summary>
    internal HalfDay? Read() =>
        Day is { Year: >= 2000 and < 2200 } day && Enum.IsDefined(Half) && Begins is { } begins && Ends is { } ends ? new HalfDay(day, Half, begins, ends) : null;
}
