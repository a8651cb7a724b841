using System.Text;

namespace TrainingHub.Questions;

/// <summary>
/// A text reduced to what it asks: letters and digits alone, words of one meaning written in one way. Two texts are compared by their pairs of
/// neighbouring characters, so that a word exchanged, a character changed or a clause moved leaves most of it alike.
/// </summary>
public sealed class StemText
{
    // Longer words first: 按照 is one word, not 按 and 照.
    private static readonly (string From, string To)[] Synonyms =
    [
        ("按照", "按"), ("依据", "按"), ("根据", "按"), ("依照", "按"), ("参照", "按"), ("对照", "按"),
        ("以下", "下列"), ("应该", "应当"), ("必须", "应当"), ("哪几项", "哪些"), ("哪一些", "哪些"), ("严禁", "不得"), ("禁止", "不得"), ("不准", "不得"),
    ];

    private const string Numerals = "〇零一二三四五六七八九十百千两";
    private const string Negations = "不未无非没";

    private readonly int[] pairs;
    private readonly string[] numbers;

    private StemText(string plain)
    {
        Plain = plain;
        pairs = plain.Length < 2 ? [.. plain] : [.. Enumerable.Range(0, plain.Length - 1).Select(at => (plain[at] << 16) | plain[at + 1]).Order()];
        numbers = NumbersOf(plain);
    }

    /// <summary>What is left of the text; empty when it has no letter or digit.</summary>
    public string Plain { get; }

    /// <summary>Each pair of neighbouring characters once, as a number; a text of one character is that character.</summary>
    public IEnumerable<int> Pairs => pairs.Distinct();

    public static StemText Of(string text)
    {
        var plain = string.Concat(text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit));
        return new StemText(Synonyms.Aggregate(plain, (folded, word) => folded.Replace(word.From, word.To, StringComparison.Ordinal)));
    }

    /// <summary>Common pairs in percent of those of both (Dice), rounded down; 100: the same pairs.</summary>
    public int PercentAlike(StemText other)
    {
        var common = 0;
        for (int mine = 0, theirs = 0; mine < pairs.Length && theirs < other.pairs.Length;)
        {
            switch (pairs[mine].CompareTo(other.pairs[theirs]))
            {
                case < 0: mine++; break;
                case > 0: theirs++; break;
                default: common++; mine++; theirs++; break;
            }
        }

        var both = pairs.Length + other.pairs.Length;
        return both is 0 ? 100 : 200 * common / both;
    }

    /// <summary>Whether the numbers, in their order, or how often something is denied differ: what a question may be changed in on purpose.</summary>
    public bool DiffersInNumberOrNegation(StemText other) =>
        !numbers.SequenceEqual(other.numbers, StringComparer.Ordinal) || Plain.Count(Negations.Contains) != other.Plain.Count(Negations.Contains);

    /// <summary>Whether the same numbers stand in it, in the same order.</summary>
    public bool HasNumbersOf(StemText other) => numbers.SequenceEqual(other.numbers, StringComparer.Ordinal);

    private static string[] NumbersOf(string plain) =>
        string.Concat(plain.Select(letter => char.IsDigit(letter) || Numerals.Contains(letter, StringComparison.Ordinal) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
