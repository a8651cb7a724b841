namespace TrainingHub.Questions;

/// <summary>A place of a picture that can be marked: a polygon, in thousandths of the picture's width and height.</summary>
/// <param name="Corners">Three or more, in order; a rectangle has four.</param>
public sealed record Zone(IReadOnlyList<Spot> Corners)
{
    /// <summary>Upper left to lower right corner, both included.</summary>
    public static Zone Rectangle(Spot topLeft, Spot bottomRight) =>
        new([topLeft, topLeft with { X = bottomRight.X }, bottomRight, topLeft with { Y = bottomRight.Y }]);

    /// <summary>Whether the spot lies inside or on the edge.</summary>
    public bool Contains(Spot spot)
    {
        var isInside = false;
        for (int at = 0, before = Corners.Count - 1; at < Corners.Count; before = at++)
        {
            var (a, b) = (Corners[at], Corners[before]);
            if (IsOnEdge(spot, a, b))
            {
                return true;
            }

            if (a.Y > spot.Y != b.Y > spot.Y && Side(spot, a, b) > 0 == b.Y > a.Y)
            {
                isInside = !isInside;
            }
        }

        return isInside;
    }

    private static bool IsOnEdge(Spot spot, Spot a, Spot b) =>
        Side(spot, a, b) is 0
        && spot.X >= Math.Min(a.X, b.X) && spot.X <= Math.Max(a.X, b.X)
        && spot.Y >= Math.Min(a.Y, b.Y) && spot.Y <= Math.Max(a.Y, b.Y);

    // Twice the area of the triangle, with its sign.
    private static long Side(Spot spot, Spot a, Spot b) =>
        ((long)(b.X - a.X) * (spot.Y - a.Y)) - ((long)(spot.X - a.X) * (b.Y - a.Y));
}
