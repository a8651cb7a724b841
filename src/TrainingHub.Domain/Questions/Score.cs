namespace TrainingHub.Questions;

/// <summary>Points reached of the points that could be reached, both whole.</summary>
public sealed record Score(int Points, int FullPoints)
{
    /// <summary>Whole percent for showing, rounded down: 799 of 1,000 points are 79 %. Never used to decide who passes. 0 of 0 is 0.</summary>
    public int Percent => FullPoints is 0 ? 0 : (int)((long)Points * 100 / FullPoints);
}
