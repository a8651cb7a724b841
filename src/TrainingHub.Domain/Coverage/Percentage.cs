using System.Globalization;

namespace TrainingHub.Coverage;

/// <summary>A share of people in percent with one decimal, always rounded down: 2,499 of 2,500 is 99.9. It is for showing; whether a target is met is decided on people.</summary>
public readonly record struct Percentage
{
    private Percentage(int tenths)
    {
        Tenths = tenths;
    }

    /// <summary>Whole tenths of a percent, 0 to 1000.</summary>
    public int Tenths { get; }

    /// <summary>In percent.</summary>
    public decimal Value => Tenths / 10m;

    /// <summary>The share that is covered; null when nobody is counted, for that is neither 0 nor 100 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Covered is negative or more than counted.</exception>
    public static Percentage? Of(int covered, int counted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(covered);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(covered, counted);
        return counted == 0 ? null : new Percentage((int)((long)covered * 1000 / counted));
    }

    /// <summary>With one decimal and without sign: <c>84.1</c>.</summary>
    public override string ToString() => Value.ToString("0.0", CultureInfo.InvariantCulture);
}
