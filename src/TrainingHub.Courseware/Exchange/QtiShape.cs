using System.Globalization;
using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>Areas of a picture as QTI has them: in pixels, or in percent of its width and height.</summary>
internal static class QtiShape
{
    // A circle is a polygon of so many corners.
    private const int Corners = 24;

    /// <summary>In thousandths; what lies outside the picture is cut off at its edge. Null when it is no area.</summary>
    public static Zone? Read(string shape, string coordinates, int width, int height)
    {
        string[] parts = coordinates.Split(',', StringSplitOptions.TrimEntries);
        if (width <= 0 || height <= 0 || parts.Length > 2 * QuestionRule.MostCorners)
        {
            return null;
        }

        var (across, down) = (parts.Select(part => Length(part, width)).ToList(), parts.Select(part => Length(part, height)).ToList());
        return (shape.Trim().ToLowerInvariant(), parts.Length) switch
        {
            ("default", _) => Zone.Rectangle(new Spot(0, 0), new Spot(1000, 1000)),
            _ when across.Exists(length => length is null) => null,
            ("rect", 4) => Sound(Rectangle(Spot(0, 1), Spot(2, 3))),
            ("circle", 3) => Sound(Round(Pixels(across, 0), Pixels(down, 1), Math.Min(Pixels(across, 2), Pixels(down, 2)), Math.Min(Pixels(across, 2), Pixels(down, 2)))),
            ("ellipse", 4) => Sound(Round(Pixels(across, 0), Pixels(down, 1), Pixels(across, 2), Pixels(down, 3))),
            ("poly", >= 6 and var count) when count % 2 is 0 => Sound(Polygon(count)),
            _ => null,
        };

        Spot Spot(int x, int y) => At(Pixels(across, x), Pixels(down, y));

        Spot At(double x, double y) => new(Thousandths(x, width), Thousandths(y, height));

        Zone Polygon(int count)
        {
            List<Spot> corners = [.. Enumerable.Range(0, count / 2).Select(corner => Spot(corner * 2, (corner * 2) + 1))];

            // Some tools write the first corner again at the end.
            return new Zone(corners.Count > 3 && corners[0] == corners[^1] ? corners[..^1] : corners);
        }

        Zone Round(double x, double y, double wide, double high) => new([.. Enumerable.Range(0, Corners).Select(corner => Math.Tau * corner / Corners)
            .Select(angle => At(x + (wide * Math.Cos(angle)), y + (high * Math.Sin(angle))))]);
    }

    /// <summary>Shape and pixels, rounded.</summary>
    public static (string Shape, string Coordinates) Write(Zone zone, int width, int height)
    {
        var isRectangle = IsRectangle(zone);
        IEnumerable<Spot> corners = isRectangle ? [zone.Corners[0], zone.Corners[2]] : zone.Corners;
        return (isRectangle ? "rect" : "poly", string.Join(',', corners.SelectMany(corner => new[] { Pixels(corner.X, width), Pixels(corner.Y, height) })));
    }

    private static string Pixels(int thousandths, int length) => Math.Round(thousandths * length / 1000m, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);

    private static bool IsRectangle(Zone zone) =>
        zone.Corners is [var a, var b, var c, var d] && a.X < c.X && a.Y < c.Y && b == a with { X = c.X } && d == a with { Y = c.Y };

    private static Zone Rectangle(Spot one, Spot other) =>
        Zone.Rectangle(new Spot(Math.Min(one.X, other.X), Math.Min(one.Y, other.Y)), new Spot(Math.Max(one.X, other.X), Math.Max(one.Y, other.Y)));

    // An area without width or height can be marked by nobody.
    private static Zone? Sound(Zone zone) => zone.Corners.Select(corner => corner.X).Distinct().Count() > 1 && zone.Corners.Select(corner => corner.Y).Distinct().Count() > 1 ? zone : null;

    private static double Pixels(List<double?> lengths, int place) => lengths[place] ?? 0;

    private static double? Length(string text, int whole) =>
        double.TryParse(text.TrimEnd('%'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000
            ? text.EndsWith('%') ? number * whole / 100 : number
            : null;

    private static int Thousandths(double pixels, int length) => (int)Math.Clamp(Math.Round(pixels * 1000 / length, MidpointRounding.AwayFromZero), 0, 1000);
}
