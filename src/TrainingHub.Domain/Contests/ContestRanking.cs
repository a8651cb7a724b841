using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace TrainingHub.Contests;

/// <summary>
/// 排名: more points first, of equal points who has more right answers; who is equal in both shares the rank, whatever the time. Points of a question that
/// was not revealed, or was withdrawn, count for nobody. Of classes a line is a class, its points are hundredths, and equal points share the rank.
/// </summary>
public static class ContestRanking
{
    public static IReadOnlyList<ContestRank> Of(ContestState state)
    {
        List<ContestQuestion> counted = [.. state.Questions.Where(question => question.Counts)];
        Func<ContestState, List<ContestQuestion>, Dictionary<int, Total>> totals = state.IsOfClasses ? ClassTotals : Totals;
        var (now, before) = (totals(state, counted), counted.Count > 1 ? totals(state, counted[..^1]) : null);
        var earlier = before is null ? null : Ranks(before, state.IsOfClasses).ToDictionary(line => line.Seat, line => line.Rank);
        return
        [
            .. Ranks(now, state.IsOfClasses).Select(line => new ContestRank(
                line.Rank, line.Seat, line.Total.Points, line.Total.Right, counted.Count > 0 ? line.Total.Gained : null, earlier is null ? null : earlier[line.Seat] - line.Rank)),
        ];
    }

    /// <summary>Lowercase hexadecimal SHA-256 over rank, seat, points and right answers of every line.</summary>
    public static string DigestOf(IEnumerable<ContestRank> ranking)
    {
        var text = new StringBuilder("ranking 1\n");
        foreach (var line in ranking)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line.Rank} {line.Seat} {line.Points} {line.Right}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <param name="totals">By seat, or by class.</param>
    /// <param name="byPointsAlone">Of classes: a large one has more right answers for its size alone.</param>
    private static List<(int Rank, int Seat, Total Total)> Ranks(Dictionary<int, Total> totals, bool byPointsAlone)
    {
        var ordered = totals.OrderByDescending(one => one.Value.Points).ThenByDescending(one => byPointsAlone ? 0 : one.Value.Right).ThenBy(one => one.Key).ToList();
        var lines = new List<(int Rank, int Seat, Total Total)>(ordered.Count);
        foreach (var (place, (seat, total)) in ordered.Index())
        {
            var isEqual = place > 0 && lines[^1].Total is var above && above.Points == total.Points && (byPointsAlone || above.Right == total.Right);
            lines.Add((isEqual ? lines[^1].Rank : place + 1, seat, total));
        }

        return lines;
    }

    private static Dictionary<int, Total> Totals(ContestState state, List<ContestQuestion> counted)
    {
        var totals = new Dictionary<int, Total>(state.Seats.Count);
        foreach (var seat in state.Seats)
        {
            var (points, right, streak, gained) = (state.AdjustmentOf(seat), 0, 0, 0);
            foreach (var question in counted)
            {
                gained = 0;
                if (!question.Answers.TryGetValue(seat, out var answer))
                {
                    streak = 0;
                    continue;
                }

                var isRight = question.IsRight(answer.Text);
                gained = state.Rules?.PointsOf(isRight, answer.Elapsed, question.Limit, streak) ?? 0;
                points += gained;
                (right, streak) = isRight ? (right + 1, streak + 1) : (right, 0);
            }

            totals[seat] = new Total(points, right, gained);
        }

        return totals;
    }

    /// <summary>Hundredths of points: of each question what the devices present have on average.</summary>
    private static Dictionary<int, Total> ClassTotals(ContestState state, List<ContestQuestion> counted)
    {
        var totals = new Dictionary<int, Total>();
        for (var place = 1; place <= state.Rules?.Classes; place++)
        {
            var (points, right, gained) = (0, 0, 0);
            foreach (var question in counted)
            {
                var tally = question.Tallies.GetValueOrDefault(place);
                gained = tally?.AverageOf(question, state.Rules) ?? 0;
                points += gained;
                right += tally?.RightOf(question) ?? 0;
            }

            totals[place] = new Total(points, right, gained);
        }

        return totals;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Total(int Points, int Right, int Gained);
}
