namespace TrainingHub.Questions;

/// <summary>
/// Shuffles by SplitMix64. Written out here because a paper must be drawn again, years later, from its seed alone, and the
/// framework's generator may change between versions.
/// </summary>
internal sealed class Shuffler(ulong seed)
{
    private ulong state = seed;

    /// <summary>Fisher–Yates from the last place to the first.</summary>
    public List<T> Shuffle<T>(IEnumerable<T> things)
    {
        List<T> shuffled = [.. things];
        for (var last = shuffled.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (shuffled[last], shuffled[other]) = (shuffled[other], shuffled[last]);
        }

        return shuffled;
    }

    /// <summary>0 (included) to <paramref name="bound"/> (not included), every number equally likely.</summary>
    public int Below(int bound)
    {
        var range = (ulong)bound;
        var tooFew = unchecked(0UL - range) % range;
        while (true)
        {
            var high = Math.BigMul(Next(), range, out var low);
            if (low >= tooFew)
            {
                return (int)high;
            }
        }
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
