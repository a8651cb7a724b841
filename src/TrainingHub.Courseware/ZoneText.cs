using System.Globalization;
using TrainingHub.Questions;

namespace TrainingHub.Courseware;

/// <summary>Zones as files write them: corners in thousandths, two of them are a rectangle.</summary>
internal static class ZoneText
{
    /// <summary>Reads <c>100,100 300,200</c> or three and more corners; null when it is something else.</summary>
    public static Zone? Read(string text)
    {
        var corners = new List<Spot>();
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split(',') is not [var x, var y] || Thousandths(x) is not { } left || Thousandths(y) is not { } top)
            {
                return null;
            }

            corners.Add(new Spot(left, top));
        }

        return corners switch
        {
            [var topLeft, var bottomRight] when topLeft.X < bottomRight.X && topLeft.Y < bottomRight.Y => Zone.Rectangle(topLeft, bottomRight),
            { Count: > 2 and <= QuestionRule.MostCorners } => new Zone(corners),
            _ => null,
        };
    }

    private static int? Thousandths(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1000 ? number : null;
}
