namespace TrainingHub.Contests.Speeches;

/// <summary>What the judges' sheets of an entry come to. Averages are fractions of whole numbers and compared as such; what is shown is rounded down.</summary>
/// <param name="Sum">Hundredths of a point, of the sheets that count.</param>
/// <param name="Count">How many count, from 1.</param>
/// <param name="WholeSum">Hundredths of a point, of all sheets.</param>
/// <param name="WholeCount">How many sheets there are.</param>
public sealed record SpeechScore(long Sum, int Count, long WholeSum, int WholeCount)
{
    /// <summary>The final score in hundredths of a point, rounded down.</summary>
    public int Hundredths => (int)(Sum / Count);

    public bool HasDropped => Count < WholeCount;

    /// <summary>Null where nobody has scored.</summary>
    /// <param name="totals">Of the sheets, in hundredths of a point.</param>
    /// <param name="dropFrom">From how many sheets on (included) one highest and one lowest are dropped; 0: never.</param>
    public static SpeechScore? Of(IReadOnlyCollection<int> totals, int dropFrom)
    {
        if (totals.Count is 0)
        {
            return null;
        }

        var whole = totals.Sum(total => (long)total);
        return dropFrom > 0 && totals.Count >= Math.Max(dropFrom, SpeechTerms.LeastDropFrom)
            ? new SpeechScore(whole - totals.Max() - totals.Min(), totals.Count - 2, whole, totals.Count)
            : new SpeechScore(whole, totals.Count, whole, totals.Count);
    }

    /// <summary>The written rule: the higher final score, of equals the higher average of all sheets; who is still equal shares a rank.</summary>
    public static int InOrder(SpeechScore one, SpeechScore other) =>
        (other.Sum * one.Count).CompareTo(one.Sum * other.Count) is var kept and not 0 ? kept : (other.WholeSum * one.WholeCount).CompareTo(one.WholeSum * other.WholeCount);
}
