using System.Globalization;
using System.Text.RegularExpressions;
using TrainingHub.Documents;

namespace TrainingHub.UnitTests.Documents;

public sealed partial class QrTests
{
    [Fact]
    public void Path_covers_exactly_the_dark_modules()
    {
        var matrix = Qr.Make("https://training.example.cn/activate/ABCD");

        var covered = new HashSet<(int Row, int Column)>();
        foreach (Match run in Run().Matches(Qr.SvgPath(matrix)))
        {
            var (column, row, length) = (Number(run, "x") - 4, Number(run, "y") - 4, Number(run, "length"));
            covered.UnionWith(Enumerable.Range(column, length).Select(c => (row, c)));
        }

        var dark = from row in Enumerable.Range(0, matrix.Size) from column in Enumerable.Range(0, matrix.Size) where matrix.IsDark(row, column) select (row, column);
        Assert.Equal(dark.ToHashSet(), covered);
        Assert.True(matrix.IsDark(0, 0));
        Assert.Equal($"0 0 {matrix.Size + 8} {matrix.Size + 8}", Qr.SvgViewBox(matrix));
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+),(?<y>\d+)h(?<length>\d+)v1h-\k<length>z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Run();
}
