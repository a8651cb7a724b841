using System.Globalization;

namespace TrainingHub.Questions;

/// <summary>A zone as it is typed: <c>100,200 300,450</c> are two corners of a rectangle, three or more are those of a polygon; in thousandths of width and height.</summary>
public static class ZoneText
{
    /// <summary>The most corners of a zone.</summary>
    public const int MostCorners = 40;

    /// <summary>Null when it is no zone: not two or more points, or one that lies outside the picture. Full-width digits and commas are read too.</summary>
    public static Zone? Read(string? typed)
    {
        var text = (typed ?? "").Normalize(System.Text.NormalizationForm.FormKC).Replace('、', ',');
        List<Spot> corners = [];
        foreach (var part in text.Split((char[]?)[' ', '\t', '\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (corners.Count == MostCorners || part.Split(',') is not [var x, var y] || Thousandth(x) is not { } across || Thousandth(y) is not { } down)
            {
                return null;
            }

            corners.Add(new Spot(across, down));
        }

        return corners switch
        {
            [var one, var other] => Zone.Rectangle(new Spot(Math.Min(one.X, other.X), Math.Min(one.Y, other.Y)), new Spot(Math.Max(one.X, other.X), Math.Max(one.Y, other.Y))),
            { Count: > 2 } => new Zone(corners),
            _ => null,
        };
    }

    /// <summary>A rectangle as two corners, every other zone as all of them.</summary>
    public static string Write(Zone zone) => zone.Corners is [var first, _, var third, _] && Zone.Rectangle(first, third).Corners.SequenceEqual(zone.Corners)
        ? $"{Words(first)} {Words(third)}"
        : string.Join(' ', zone.Corners.Select(Words));

    private static string Words(Spot spot) => string.Create(CultureInfo.InvariantCulture, $"{spot.X},{spot.Y}");

    private static int? Thousandth(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1000 ? number : null;
}
