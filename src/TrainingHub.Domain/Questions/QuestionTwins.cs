namespace TrainingHub.Questions;

/// <summary>
/// Finds questions that ask the same again. Stems are near when 82 % or more of their pairs of characters are common: one character
/// changed, a word exchanged, a clause moved. Questions on one clause have much of their stem in common, so answers decide: near stems with the
/// same right answers are one question; with other answers they are two, whether a number, a negation or the thing asked about differs.
/// </summary>
public static class QuestionTwins
{
    private const int LeastPercentAlike = 82;
    private const int LeastPercentAlikeAnswers = 70;

    // Below this many pairs even one changed character leaves few of them.
    private const int FewPairs = 12;

    /// <summary>Every pair of near questions, by the later one; sorted. A true/false question and one with options are never the same question unless their stems are equal.</summary>
    public static IReadOnlyList<QuestionTwin> Find(IReadOnlyList<QuestionVersion> questions)
    {
        List<Shape> shapes = [.. questions.Select(Shape.Of)];
        var frequency = shapes.SelectMany(shape => shape.Stem.Pairs).CountBy(pair => pair).ToDictionary();
        var index = new Dictionary<int, List<int>>();
        List<QuestionTwin> twins = [];
        foreach (var (later, shape) in shapes.Index())
        {
            var candidates = new SortedSet<int>();
            foreach (var pair in Telling(shape.Stem, frequency))
            {
                if (!index.TryGetValue(pair, out var earlier))
                {
                    index.Add(pair, earlier = []);
                }

                candidates.UnionWith(earlier);
                earlier.Add(later);
            }

            twins.AddRange(from earlier in candidates
                           let kind = Compare(shapes[earlier], shape)
                           where kind is not null
                           select new QuestionTwin(earlier, later, kind.Value));
        }

        return twins;
    }

    /// <summary>
    /// The rarest pairs of a stem, so many that two near stems have one of them in common: what is left out are the words that every stem has.
    /// Near stems share more than 43 % of the longer one's pairs even when some occur twice, hence the 57 % looked up.
    /// </summary>
    private static IEnumerable<int> Telling(StemText stem, Dictionary<int, int> frequency)
    {
        List<int> pairs = [.. stem.Pairs.OrderBy(pair => frequency[pair]).ThenBy(pair => pair)];
        return pairs.Take(pairs.Count < FewPairs ? pairs.Count : ((pairs.Count * 57) / 100) + 1);
    }

    private static TwinKind? Compare(Shape one, Shape other)
    {
        if (string.Equals(one.Stem.Plain, other.Stem.Plain, StringComparison.Ordinal))
        {
            return TwinKind.SameStem;
        }

        if (one.IsTrueFalse != other.IsTrueFalse || one.Stem.PercentAlike(other.Stem) < LeastPercentAlike)
        {
            return null;
        }

        if (HaveSameAnswer(one, other))
        {
            return TwinKind.SameQuestion;
        }

        return IsHalf(one.Options, other.Options) && !one.Stem.DiffersInNumberOrNegation(other.Stem) ? TwinKind.OtherKey : null;
    }

    private static bool HaveSameAnswer(Shape one, Shape other) =>
        IsHalf(one.Right, other.Right)
        || (!one.IsTrueFalse && one.Answer.HasNumbersOf(other.Answer) && one.Answer.PercentAlike(other.Answer) >= LeastPercentAlikeAnswers);

    private static bool IsHalf(IReadOnlySet<string> some, IReadOnlySet<string> others) =>
        some.Count(others.Contains) is var common && common * 2 >= some.Count + others.Count - common;

    private sealed record Shape(StemText Stem, bool IsTrueFalse, IReadOnlySet<string> Options, IReadOnlySet<string> Right, StemText Answer)
    {
        public static Shape Of(QuestionVersion question)
        {
            var prompt = question.Prompt;
            string[] options = prompt.Kind is QuestionKind.TrueFalse ? ["0", "1"] : [.. prompt.Options.Select(option => StemText.Of(option).Plain)];
            string[] right = [.. question.Key.CorrectOptions.Select(option => options[option]).Order(StringComparer.Ordinal)];
            return new Shape(
                StemText.Of(prompt.Stem),
                prompt.Kind is QuestionKind.TrueFalse,
                options.ToHashSet(StringComparer.Ordinal),
                right.ToHashSet(StringComparer.Ordinal),
                StemText.Of(string.Concat(right)));
        }
    }
}
