using System.Text;

namespace TrainingHub.Standards;

/// <summary>What of a clause is compared: its text without white space and differences of width, and which characters stand side by side in it.</summary>
internal sealed class ClauseShape(Clause clause)
{
    private int[]? pairs;

    public Clause Clause => clause;

    public string Number => clause.Number;

    public string Text { get; } = string.Concat(clause.Text.Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character)));

    /// <summary>Each two neighbouring characters once, in rising order; of a single character that one.</summary>
    public int[] Pairs => pairs ??= PairsOf(Text);

    /// <summary>Whole percent of the pairs of both that both have, rounded down: twice the common ones by all. 100 for the same pairs, 0 where none is common.</summary>
    public int ShareOf(ClauseShape other)
    {
        ReadOnlySpan<int> own = Pairs, others = other.Pairs;
        var (i, j, common) = (0, 0, 0);
        while (i < own.Length && j < others.Length)
        {
            var (one, two) = (own[i], others[j]);
            common += one == two ? 1 : 0;
            i += one <= two ? 1 : 0;
            j += one >= two ? 1 : 0;
        }

        return ShareAt(other, common);
    }

    /// <summary>The share if so many pairs are common.</summary>
    public int ShareAt(ClauseShape other, int common) => Pairs.Length + other.Pairs.Length is > 0 and var all ? common * 200 / all : 0;

    private static int[] PairsOf(string text)
    {
        var found = text.Length is 1 ? [text[0]] : new int[Math.Max(0, text.Length - 1)];
        for (var index = 0; index + 1 < text.Length; index++)
        {
            found[index] = (text[index] << 16) | text[index + 1];
        }

        Array.Sort(found);
        var count = 0;
        foreach (var pair in found)
        {
            if (count is 0 || pair != found[count - 1])
            {
                found[count++] = pair;
            }
        }

        return found[..count];
    }
}
