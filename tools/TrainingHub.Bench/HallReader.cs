using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TrainingHub.Bench;

/// <summary>Reads the code off the page in the hall as a phone's camera does: modules, mask, blocks, bytes. Nothing is damaged, so nothing is corrected.</summary>
internal static partial class HallReader
{
    private const int QuietZone = 4;

    // Error correction M: for each version how many blocks there are, and codewords of data in each.
    private static readonly (int Blocks, int Length)[] Versions = [(1, 16), (1, 28), (1, 44), (2, 32), (2, 43), (4, 27)];

    /// <summary>What the code says.</summary>
    /// <exception cref="UnexpectedAnswerException">The page shows none.</exception>
    public static string Read(string page)
    {
        var box = Box().Match(page);
        Visitor.Check(box.Success, "the hall shows no code");
        var size = int.Parse(box.Groups["size"].Value, CultureInfo.InvariantCulture) - (2 * QuietZone);
        var dark = new bool[size, size];
        foreach (Match run in Run().Matches(page))
        {
            var (column, row, length) = (Number(run, "x") - QuietZone, Number(run, "y") - QuietZone, Number(run, "width"));
            for (var at = column; at < column + length; at++)
            {
                dark[row, at] = true;
            }
        }

        return Text(Data(dark, size), (size - 17) / 4);
    }

    private static List<bool> Data(bool[,] dark, int size)
    {
        var mask = (dark[8, 2] ? 0 : 4) | (dark[8, 3] ? 2 : 0) | (dark[8, 4] ? 0 : 1);
        var (bits, isUp) = (new List<bool>(), true);
        for (var right = size - 1; right > 0; right -= 2, isUp = !isUp)
        {
            right -= right is 6 ? 1 : 0;
            for (var step = 0; step < size; step++)
            {
                var row = isUp ? size - 1 - step : step;
                foreach (var column in new[] { right, right - 1 })
                {
                    if (!IsPattern(row, column, size))
                    {
                        bits.Add(dark[row, column] ^ IsMasked(mask, row, column));
                    }
                }
            }
        }

        return bits;
    }

    private static bool IsPattern(int row, int column, int size) =>
        (row < 9 && (column < 9 || column >= size - 8)) || (row >= size - 8 && column < 9) || row is 6 || column is 6
        || (size > 21 && Math.Abs(row - (size - 7)) <= 2 && Math.Abs(column - (size - 7)) <= 2);

    private static bool IsMasked(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 is 0,
        1 => row % 2 is 0,
        2 => column % 3 is 0,
        3 => (row + column) % 3 is 0,
        4 => ((row / 2) + (column / 3)) % 2 is 0,
        5 => (row * column % 2) + (row * column % 3) is 0,
        6 => ((row * column % 2) + (row * column % 3)) % 2 is 0,
        _ => (((row + column) % 2) + (row * column % 3)) % 2 is 0,
    };

    private static string Text(List<bool> bits, int version)
    {
        var (blocks, length) = Versions[version - 1];
        var words = bits.Chunk(8).Select(word => word.Aggregate(0, (value, bit) => (value << 1) | (bit ? 1 : 0))).ToList();
        var data = Enumerable.Range(0, blocks).SelectMany(block => Enumerable.Range(0, length).Select(place => words[(place * blocks) + block])).ToList();
        var at = 0;
        var mode = Take(4);
        if (mode is 7)
        {
            // The character set is said; it is UTF-8.
            Take(8);
            mode = Take(4);
        }

        Visitor.Check(mode is 4, $"the code is of mode {mode}");
        return Encoding.UTF8.GetString([.. Enumerable.Range(0, Take(8)).Select(_ => (byte)Take(8))]);

        int Take(int count)
        {
            var value = 0;
            for (var end = at + count; at < end; at++)
            {
                value = (value << 1) | ((data[at / 8] >> (7 - (at % 8))) & 1);
            }

            return value;
        }
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("class=\"ses-hall-code\" viewBox=\"0 0 (?<size>[0-9]+) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Box();

    [GeneratedRegex("M(?<x>[0-9]+),(?<y>[0-9]+)h(?<width>[0-9]+)v1h-", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Run();
}
