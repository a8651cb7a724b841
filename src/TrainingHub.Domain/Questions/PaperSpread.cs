namespace TrainingHub.Questions;

/// <summary>
/// How equally hard the papers of many people are. The difficulty of a paper is the mean of its questions' difficulties, 1 to 3, weighted by
/// their points. All figures in hundredths, rounded to the nearest, half away from zero.
/// </summary>
/// <param name="Draws">How many papers were drawn.</param>
/// <param name="Mean">Of all papers.</param>
/// <param name="Deviation">Standard deviation over them; 0: all are equally hard.</param>
/// <param name="Easiest">Of the easiest paper.</param>
/// <param name="Hardest">Of the hardest paper.</param>
/// <param name="Overlap">How many questions two people sitting one after the other have in common, in hundredths, on average.</param>
public sealed record PaperSpread(int Draws, int Mean, int Deviation, int Easiest, int Hardest, int Overlap)
{
    /// <summary>Draws that many papers, with the seeds 1, 2, 3 …; null when none can be drawn.</summary>
    public static PaperSpread? Of(PaperDraw draw, IReadOnlyDictionary<string, int> difficulties, int draws)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        if (draw.Shortages.Count > 0)
        {
            return null;
        }

        var (levels, shared) = (new double[draws], 0);
        HashSet<string> before = [];
        for (var number = 0; number < draws; number++)
        {
            if (draw.Draw(number + 1) is not PaperOutcome.Drawn(var paper))
            {
                return null;
            }

            levels[number] = (double)paper.Items.Sum(item => difficulties[item.QuestionHash] * item.Points) / paper.FullPoints;
            HashSet<string> hashes = [.. paper.Items.Select(item => item.QuestionHash)];
            shared += hashes.Count(before.Contains);
            before = hashes;
        }

        var mean = levels.Average();
        var deviation = Math.Sqrt(levels.Average(level => (level - mean) * (level - mean)));
        return new PaperSpread(draws, Hundredths(mean), Hundredths(deviation), Hundredths(levels.Min()), Hundredths(levels.Max()), Hundredths((double)shared / (draws - 1)));
    }

    private static int Hundredths(double value) => (int)Math.Round(value * 100, MidpointRounding.AwayFromZero);
}
