using System.Globalization;

namespace TrainingHub.Questions;

/// <summary>Thousandths and marks as they are read.</summary>
internal static class StatisticsWords
{
    /// <summary>A share as a percentage with one decimal: 617 is 61.7%.</summary>
    public static string Share(int thousandths) => string.Create(CultureInfo.InvariantCulture, $"{thousandths / 10}.{thousandths % 10}%");

    /// <summary>A correlation with two decimals, rounded to the nearest: 344 is 0.34.</summary>
    public static string Correlation(int thousandths) => (thousandths / 1000.0).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Each mark of these.</summary>
    public static IEnumerable<BankAttention> MarksOf(BankAttention attention) => Enum.GetValues<BankAttention>().Where(mark => mark is not BankAttention.None && attention.HasFlag(mark));
}
