using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace TrainingHub.Bench;

/// <summary>
/// Counts targets from the files of <c>tools/export</c> alone, as their definition says and as plainly as it says it. Shares no code with the
/// application: whoever doubts a figure could write the same in a language of his own.
/// </summary>
internal sealed class PlainFacts
{
    private readonly Dictionary<Guid, List<(Guid Ancestor, Span Held)>> _above = [];
    private readonly Dictionary<Guid, List<(Span Held, HashSet<string> Kind, HashSet<string> Flags)>> _organizations = [];
    private readonly Dictionary<Guid, List<(Span Held, string Post)>> _posts = [];
    private readonly Dictionary<Guid, List<Held>> _memberships = [];
    private readonly Dictionary<(Guid Person, Guid Target), List<Span>> _exclusions = [];
    private readonly Dictionary<Guid, List<Record>> _records = [];
    private readonly Dictionary<Guid, List<(Span Held, bool OnlyWhileInPost)>> _programmes = [];

    public List<Target> Targets { get; } = [];

    /// <summary>The application's own cells that are not empty, as it exported them beside the facts.</summary>
    public Dictionary<(Guid Target, Guid Organization, string Post), Cell> Figures { get; } = [];

    public int People => _memberships.Count;

    /// <summary>Rows of memberships, exclusions and records: everything that happened to somebody.</summary>
    public int Events { get; private set; }

    public static PlainFacts Read(string folder)
    {
        var facts = new PlainFacts();
        foreach (var row in Rows(folder, "paths.csv"))
        {
            Add(facts._above, row.Id("descendant"), (row.Id("ancestor"), row.Span()));
        }

        foreach (var row in Rows(folder, "organizations.csv"))
        {
            Add(facts._organizations, row.Id("organization"), (row.Span(), row.Set("kind"), row.Set("flags")));
        }

        foreach (var row in Rows(folder, "positions.csv"))
        {
            Add(facts._posts, row.Id("position"), (row.Span(), row["post"]));
        }

        foreach (var row in Rows(folder, "memberships.csv"))
        {
            facts.Events++;
            Add(facts._memberships, row.Id("person"), new Held(row["membership"], row.Id("organization"), row.Id("position"), row.Span(), row.Is("primary"), row["employment"]));
        }

        foreach (var row in Rows(folder, "exclusions.csv"))
        {
            facts.Events++;
            Add(facts._exclusions, (row.Id("person"), row.Id("target")), row.Span());
        }

        foreach (var row in Rows(folder, "programmes.csv"))
        {
            Add(facts._programmes, row.Id("programme"), (row.Span(), row.Is("onlyWhileInPost")));
        }

        foreach (var row in Rows(folder, "records.csv"))
        {
            facts.Events++;
            if (row["revokedAt"].Length == 0)
            {
                Add(facts._records, row.Id("person"), new Record(row.Id("programme"), row.Day("completionDay"), row.DayOrEnd("validUntil")));
            }
        }

        facts.Targets.AddRange(Rows(folder, "targets.csv").Select(row => new Target(
            row.Id("target"), row["slug"], row.Id("setter"), row.Id("programme"), row.Span(), row.Set("posts"), row.Set("kinds"), row.Set("required"), row.Set("excluded"), row.Set("employments"),
            new Span(row.Day("windowFrom"), row.Day("windowUntil")), row.Day("rosterDay"), row.Day("cutOffDay"), row.Is("onlyWhileValid"))));
        foreach (var row in Rows(folder, "figures.csv"))
        {
            var cell = new Cell(row.Number("counted"), row.Number("covered"), row.Number("excluded"), row.Number("elsewhere"));
            if (cell != default)
            {
                facts.Figures.Add((row.Id("target"), row.Id("organization"), row["post"]), cell);
            }
        }

        return facts;
    }

    /// <summary>The cells of a target that are not empty, as of a day.</summary>
    public Dictionary<(Guid Organization, string Post), Cell> Count(Target target, DateOnly day)
    {
        var (roster, cutOff) = (Earlier(target.RosterDay, day), Earlier(target.CutOffDay, day));
        var onlyWhileInPost = _programmes.GetValueOrDefault(target.Programme)?.Find(rule => rule.Held.Has(cutOff)).OnlyWhileInPost ?? false;
        var cells = new Dictionary<(Guid, string), Cell>();
        foreach (var (person, memberships) in _memberships)
        {
            var atEnd = memberships.FindAll(held => PlaceOf(target, held, cutOff) is not null);
            if (atEnd.Count == 0 || !memberships.Exists(held => PlaceOf(target, held, roster) is not null))
            {
                continue;
            }

            var places = atEnd.ConvertAll(held => (Held: held, Place: PlaceOf(target, held, cutOff) ?? throw new InvalidOperationException("It qualified a moment ago.")));
            var main = places.OrderByDescending(one => one.Held.IsPrimary).ThenBy(one => one.Held.On.From).ThenBy(one => one.Held.Id, StringComparer.Ordinal).First().Place;
            var isExcluded = _exclusions.GetValueOrDefault((person, target.Id))?.Exists(span => span.Has(cutOff)) ?? false;
            var isCovered = !isExcluded && (_records.GetValueOrDefault(person)?.Exists(record => Covers(target, record, cutOff, onlyWhileInPost, memberships, main.Post)) ?? false);
            Count(cells, main, isExcluded ? new Cell(0, 0, 1, 0) : new Cell(1, isCovered ? 1 : 0, 0, 0));
            foreach (var other in places.Select(one => one.Place).Distinct().Where(place => place != main))
            {
                Count(cells, other, new Cell(0, 0, 0, 1));
            }
        }

        return cells;
    }

    private static void Count(Dictionary<(Guid, string), Cell> cells, (Guid, string) place, Cell one) => cells[place] = cells.GetValueOrDefault(place).Plus(one);

    /// <summary>Where a membership qualifies on a day; null when it does not.</summary>
    private (Guid Organization, string Post)? PlaceOf(Target target, Held held, DateOnly day)
    {
        if (!held.On.Has(day) || !Allows(target.Employments, held.Employment) || PostOn(held.Position, day) is not { } post || !Allows(target.Posts, post))
        {
            return null;
        }

        var isBelow = _above.GetValueOrDefault(held.Organization)?.Exists(path => path.Ancestor == target.Setter && path.Held.Has(day)) ?? false;
        var isOfKind = _organizations.GetValueOrDefault(held.Organization)?.Exists(unit => unit.Held.Has(day) && unit.Kind.All(kind => Allows(target.Kinds, kind))
            && target.Required.All(flag => Says(flag) ? unit.Flags.Contains(flag) : true) && !target.Excluded.Any(flag => Says(flag) && unit.Flags.Contains(flag))) ?? false;
        return isBelow && isOfKind ? (held.Organization, post) : null;
    }

    private bool Covers(Target target, Record record, DateOnly cutOff, bool onlyWhileInPost, List<Held> memberships, string post) =>
        record.Programme == target.Programme && target.Window.Has(record.CompletionDay) && record.CompletionDay <= cutOff
        && (!target.OnlyWhileValid || record.ValidUntil >= cutOff)
        && (!onlyWhileInPost || memberships.Exists(held => held.On.Has(record.CompletionDay) && string.Equals(PostOn(held.Position, record.CompletionDay), post, StringComparison.Ordinal)));

    private string? PostOn(Guid position, DateOnly day)
    {
        var post = _posts.GetValueOrDefault(position)?.Find(mapping => mapping.Held.Has(day)).Post;
        return post is null or "None" ? null : post;
    }

    private static bool Allows(HashSet<string> names, string name) => names.Contains("All") || names.Contains(name);

    private static bool Says(string flag) => !string.Equals(flag, "None", StringComparison.Ordinal);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static void Add<TKey, T>(Dictionary<TKey, List<T>> lists, TKey key, T value)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        list.Add(value);
    }

    private static IEnumerable<Row> Rows(string folder, string file)
    {
        Dictionary<string, int>? columns = null;
        foreach (var line in File.ReadLines(Path.Combine(folder, file)))
        {
            var cells = Cells(line.TrimStart('\uFEFF'));
            if (columns is null)
            {
                columns = cells.Select((name, at) => (name, at)).ToDictionary(one => one.name, one => one.at, StringComparer.Ordinal);
                continue;
            }

            // What later rows took the place of is told, too: to recount what was known before.
            if (!columns.TryGetValue("supersededAt", out var superseded) || cells[superseded].Length == 0)
            {
                yield return new Row(columns, cells);
            }
        }
    }

    // No cell of these files holds a line break: names are of one line.
    private static List<string> Cells(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var sign in line)
        {
            if (sign == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (sign == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    /// <summary>What is counted at a unit and a post.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Cell(int Counted, int Covered, int Excluded, int Elsewhere)
    {
        public Cell Plus(Cell other) => new(Counted + other.Counted, Covered + other.Covered, Excluded + other.Excluded, Elsewhere + other.Elsewhere);
    }

    /// <summary>Days, both ends included.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Span(DateOnly From, DateOnly Until)
    {
        public bool Has(DateOnly day) => From <= day && day <= Until;
    }

    public sealed record Target(
        Guid Id, string Slug, Guid Setter, Guid Programme, Span Rule, HashSet<string> Posts, HashSet<string> Kinds, HashSet<string> Required, HashSet<string> Excluded, HashSet<string> Employments,
        Span Window, DateOnly RosterDay, DateOnly CutOffDay, bool OnlyWhileValid);

    private sealed record Held(string Id, Guid Organization, Guid Position, Span On, bool IsPrimary, string Employment);

    private sealed record Record(Guid Programme, DateOnly CompletionDay, DateOnly ValidUntil);

    private readonly record struct Row(Dictionary<string, int> Columns, List<string> Cells)
    {
        public string this[string column] => Cells[Columns[column]];

        public Guid Id(string column) => Guid.Parse(this[column], CultureInfo.InvariantCulture);

        public int Number(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);

        public bool Is(string column) => string.Equals(this[column], "yes", StringComparison.Ordinal);

        public HashSet<string> Set(string column) => [.. this[column].Split(' ')];

        public DateOnly Day(string column) => DateOnly.ParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture);

        public DateOnly DayOrEnd(string column) => this[column].Length == 0 ? DateOnly.MaxValue : Day(column);

        public Span Span() => new(Day("from"), DayOrEnd("until"));
    }
}
