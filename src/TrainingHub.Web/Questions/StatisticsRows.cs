using System.Text.Json;

namespace TrainingHub.Questions;

/// <summary>How tallies lie in their table.</summary>
internal static class StatisticsRows
{
    public static ItemTally TallyOf(QuestionStatistics row) =>
        new(OptionsOf(row), JsonSerializer.Deserialize<int[]>(row.Durations) ?? [])
        {
            Times = row.Times,
            Answered = row.Answered,
            Right = row.Right,
            ItemSum = row.ItemSum,
            ItemSquares = row.ItemSquares,
            RestSum = row.RestSum,
            RestSquares = row.RestSquares,
            Products = row.Products,
        };

    public static IReadOnlyList<OptionTally> OptionsOf(QuestionStatistics row) => JsonSerializer.Deserialize<OptionTally[]>(row.Options) ?? [];

    public static void Write(QuestionStatistics row, ItemTally tally, ItemReport report, DateTime now)
    {
        (row.Times, row.Answered, row.Right) = (tally.Times, tally.Answered, tally.Right);
        (row.ItemSum, row.ItemSquares, row.RestSum, row.RestSquares, row.Products) = (tally.ItemSum, tally.ItemSquares, tally.RestSum, tally.RestSquares, tally.Products);
        (row.Options, row.Durations) = (JsonSerializer.Serialize(tally.Options), JsonSerializer.Serialize(tally.Durations));
        (row.Facility, row.Discrimination, row.MedianSeconds, row.Attention, row.CountedAt) = (report.Facility, report.Discrimination, report.MedianSeconds, report.Attention, now);
    }
}
