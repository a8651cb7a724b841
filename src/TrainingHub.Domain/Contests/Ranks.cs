namespace TrainingHub.Contests;

/// <summary>名次: of equals the same, and the next one as many further: 1, 2, 2, 4.</summary>
public static class Ranks
{
    /// <summary>The rows in their order, each with its rank from 1.</summary>
    /// <param name="rows">In any order.</param>
    /// <param name="order">The written rule: below zero where the first comes before the second, zero where they share a rank.</param>
    public static IEnumerable<(T Row, int Rank)> Of<T>(IEnumerable<T> rows, Comparison<T> order)
    {
        var sorted = rows.Order(Comparer<T>.Create(order)).ToList();
        var rank = 1;
        for (var place = 0; place < sorted.Count; place++)
        {
            rank = place > 0 && order(sorted[place - 1], sorted[place]) is 0 ? rank : place + 1;
            yield return (sorted[place], rank);
        }
    }
}
