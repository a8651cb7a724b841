namespace TrainingHub.Questions;

/// <summary>
/// Who gets how many of what: sections on one side, on the other groups of questions that the same sections take. A flow is pushed along
/// augmenting paths, so that whatever can be had together is found, also where sections share questions.
/// </summary>
/// <param name="groups">Which sections (bits) take a group, how hard it is, how many there are of it.</param>
/// <param name="wanted">Draws of each section.</param>
internal sealed class PaperFlow(IReadOnlyList<PaperFlow.Group> groups, IReadOnlyList<int> wanted)
{
    private readonly int[,] _given = new int[wanted.Count, groups.Count];
    private readonly int[] _left = [.. groups.Select(group => group.Size)];
    private readonly int[] _found = new int[wanted.Count];

    internal sealed record Group(ulong Sections, int Difficulty, int Size)
    {
        public bool IsFor(int section) => (Sections & (1UL << section)) is not 0;
    }

    /// <summary>What each section gets at best, once <see cref="Fill"/> was called.</summary>
    public IReadOnlyList<int> Found => _found;

    public bool IsFull => _found.SequenceEqual(wanted);

    /// <summary>Draws by difficulty as near to the mix of each section's questions as all sections together allow; what is left over goes wherever it finds room.</summary>
    public void Fill()
    {
        for (var section = 0; section < wanted.Count; section++)
        {
            foreach (var (difficulty, count) in MixOf(section))
            {
                Push(section, count, group => group.Difficulty == difficulty);
            }
        }

        for (var section = 0; section < wanted.Count; section++)
        {
            Push(section, wanted[section] - _found[section], _ => true);
        }
    }

    /// <summary>How many of this difficulty the section gets.</summary>
    public int Of(int section, int difficulty) => groups.Index().Where(group => group.Item.Difficulty == difficulty).Sum(group => _given[section, group.Index]);

    /// <summary>The sections that compete with this one for questions that are all given out, itself included, ascending from 0.</summary>
    public IReadOnlyList<int> Rivals(int section) => Search(section, _ => true, out _) is { } seen ? [.. seen.Order()] : [section];

    // Largest remainder: of 7 draws from 10 easy and 20 hard questions 2 are easy and 5 hard.
    private List<(int Difficulty, int Count)> MixOf(int section)
    {
        var sizes = groups.Where(group => group.IsFor(section)).GroupBy(group => group.Difficulty)
            .Select(level => (Difficulty: level.Key, Size: level.Sum(group => group.Size))).OrderBy(level => level.Difficulty).ToList();
        var all = sizes.Sum(level => level.Size);
        if (all is 0)
        {
            return [];
        }

        var count = Math.Min(wanted[section], all);
        var left = count - sizes.Sum(level => count * level.Size / all);
        var rounded = sizes.OrderByDescending(level => count * level.Size % all).ThenBy(level => level.Difficulty).Take(left).Select(level => level.Difficulty).ToHashSet();
        return sizes.ConvertAll(level => (level.Difficulty, (count * level.Size / all) + (rounded.Contains(level.Difficulty) ? 1 : 0)));
    }

    private void Push(int section, int count, Func<Group, bool> may)
    {
        for (var pushed = 0; pushed < count && Search(section, may, out var path) is null; pushed++)
        {
            foreach (var (taker, group, giver) in path)
            {
                _given[taker, group]++;
                if (giver is { } other)
                {
                    _given[other, group]--;
                }
                else
                {
                    _left[group]--;
                }
            }

            _found[section]++;
        }
    }

    /// <summary>A path to a free question, by which each section on it hands one on; else null for the path and every section that was asked.</summary>
    private HashSet<int>? Search(int start, Func<Group, bool> may, out List<(int Taker, int Group, int? Giver)> path)
    {
        var reached = new Dictionary<int, (int Taker, int Group)>();
        var (queue, seen) = (new Queue<int>([start]), new HashSet<int> { start });
        while (queue.TryDequeue(out var section))
        {
            foreach (var (number, group) in groups.Index())
            {
                if (!group.IsFor(section) || !may(group))
                {
                    continue;
                }

                if (_left[number] > 0)
                {
                    path = PathTo(start, section, number, reached);
                    return null;
                }

                foreach (var other in Enumerable.Range(0, wanted.Count).Where(other => _given[other, number] > 0 && seen.Add(other)))
                {
                    reached[other] = (section, number);
                    queue.Enqueue(other);
                }
            }
        }

        path = [];
        return seen;
    }

    private static List<(int Taker, int Group, int? Giver)> PathTo(int start, int last, int free, Dictionary<int, (int Taker, int Group)> reached)
    {
        var path = new List<(int, int, int?)> { (last, free, null) };
        for (var giver = last; giver != start; giver = reached[giver].Taker)
        {
            path.Add((reached[giver].Taker, reached[giver].Group, giver));
        }

        return path;
    }
}
