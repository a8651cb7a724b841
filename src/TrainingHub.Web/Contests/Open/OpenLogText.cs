using System.Globalization;
using TrainingHub.Courseware.Exchange;
using TrainingHub.Documents;
using TrainingHub.Quizzes;

namespace TrainingHub.Contests.Open;

/// <summary>What the ranking of an open contest is made from, as CSV; nobody's name, and no line of who did not take part.</summary>
public static class OpenLogText
{
    /// <summary>Names of the columns; they are the same in every language, since programs read them.</summary>
    public static IReadOnlyList<string> Header { get; } = ["kind", "unit", "person", "number", "points", "started_utc", "submitted_utc", "graded", "text"];

    /// <param name="log">All of it.</param>
    /// <param name="codeOf">Code of a unit, for who reads the file.</param>
    public static IEnumerable<IReadOnlyList<Cell>> RowsOf(OpenLog log, Func<Guid, string?> codeOf)
    {
        var terms = log.Terms;
        yield return Row("terms", text: string.Create(CultureInfo.InvariantCulture, $"best={terms.BestCount};edges={string.Join('/', terms.Edges)};counts={log.Counts}"));
        foreach (var (at, unit) in log.Units.Index())
        {
            yield return Row(unit.IsSchool ? "school" : "unit", unit: at + 1, number: unit.Staff, text: codeOf(unit.Id));
        }

        foreach (var one in log.Sittings)
        {
            yield return
            [
                Cell.Of("attempt"), Cell.Of(one.Unit), Cell.Of(one.Person), Cell.Of(one.Number), Cell.Of(one.Points), Cell.Of(one.StartedAt.ToString("O", CultureInfo.InvariantCulture)),
                Cell.Of(one.SubmittedAt.ToString("O", CultureInfo.InvariantCulture)), Cell.Of(one.IsGraded ? 1 : 0), Cell.Blank,
            ];
        }

        yield return Row("ranking", text: log.Digest);
    }

    /// <summary>Reads what was exported; null where it is another file.</summary>
    /// <exception cref="FormatException">A line cannot be read, or one is missing.</exception>
    public static OpenLog? Read(string csv)
    {
        var rows = CsvText.Read(csv.TrimStart('\uFEFF'));
        if (rows.Count == 0 || !rows[0].Cells.SequenceEqual(Header, StringComparer.Ordinal))
        {
            return null;
        }

        (OpenTerms Terms, CountingAttempt Counts)? terms = null;
        var (units, sittings, digest) = (new List<OpenLog.Unit>(), new List<OpenLog.Sitting>(), (string?)null);
        foreach (var row in rows.Skip(1).Where(row => row.Cells.Any(cell => cell.Length > 0)))
        {
            string Field(int at) => at < row.Cells.Count ? row.Cells[at] : "";
            int Number(int at) => int.Parse(Field(at), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            DateTime Instant(int at) => DateTime.Parse(Field(at), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
            switch (Field(0))
            {
                case "terms":
                    terms = TermsOf(Field(8));
                    break;
                case "school" or "unit" when Number(1) == units.Count + 1:
                    units.Add(new OpenLog.Unit(Guid.Empty, Number(3), string.Equals(Field(0), "school", StringComparison.Ordinal)));
                    break;
                case "attempt" when Number(1) >= 1 && Number(1) <= units.Count:
                    sittings.Add(new OpenLog.Sitting(Number(2), Number(1), Number(3), Number(4), Instant(5), Instant(6), Number(7) is 1));
                    break;
                case "ranking":
                    digest = Field(8);
                    break;
                default:
                    throw new FormatException($"Line {row.Number} says what nobody knows: {Field(0)}.");
            }
        }

        return terms is var (agreed, counts) && digest is not null ? new OpenLog(agreed, counts, units, sittings, digest) : throw new FormatException("The terms or the digest are missing.");
    }

    private static (OpenTerms Terms, CountingAttempt Counts) TermsOf(string text)
    {
        var pairs = text.Split(';').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length is 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        string Of(string name) => pairs.TryGetValue(name, out var value) ? value : throw new FormatException($"The terms do not say {name}.");
        int Whole(string value) => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture);
        return (
            new OpenTerms { BestCount = Whole(Of("best")), Edges = [.. Of("edges").Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Whole)], Prizes = new Awards.PrizeCounts(0, 0, 0) },
            Enum.TryParse<CountingAttempt>(Of("counts"), out var counts) && Enum.IsDefined(counts) ? counts : throw new FormatException("The terms say no attempt that counts."));
    }

    private static IReadOnlyList<Cell> Row(string kind, int? unit = null, int? number = null, string? text = null) =>
        [Cell.Of(kind), Cell.Of(unit), Cell.Blank, Cell.Of(number), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Of(text)];
}
