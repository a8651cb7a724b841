namespace TrainingHub.Questions;

/// <summary>
/// A plan and the questions of a day, made ready for drawing many papers. The same plan, questions and seed give the same paper, in whatever
/// order the questions come. Everybody's paper has the same mix of difficulties; which questions it has is left to the seed.
/// </summary>
public sealed class PaperDraw
{
    private const int MostTries = 16;
    private const int PairsTriedAll = 10;
    private const int MostOrientations = 1024;

    private readonly PaperPlan plan;
    private readonly List<PaperUnit> units;
    private readonly List<(FixedQuestion Fixed, int Unit)> always = [];
    private readonly List<(int First, int Second)> pairs = [];
    private readonly HashSet<int> never = [];
    private readonly int[][][] pools;
    private readonly ulong[] takers;
    private readonly PaperFlow? usual;
    private readonly (HashSet<int> Dropped, PaperFlow Flow)? certain;

    /// <param name="plan">Without <see cref="PaperPlan.Faults"/>.</param>
    /// <param name="candidates">All questions of the sources; which of them may be examined is asked here.</param>
    /// <exception cref="ArgumentException">The plan has faults.</exception>
    public PaperDraw(PaperPlan plan, IEnumerable<PaperCandidate> candidates)
    {
        if (plan.Faults().Any())
        {
            throw new ArgumentException("A plan with faults cannot be drawn by.", nameof(plan));
        }

        this.plan = plan;
        units = PaperUnit.All(candidates);
        var shortages = new List<PaperShortage>();
        PlaceFixed(shortages);
        PlacePairs();
        takers = [.. units.Select(TakersOf)];
        pools = [.. plan.Sections.Select((_, section) => PoolsOf(section))];

        var plain = FlowWithout([]);
        shortages.AddRange(ShortagesOf(plain));
        if (shortages.Count is 0)
        {
            usual = plain;
            certain = pairs.Count is 0 ? ([], plain) : FindWithoutPairs();
            if (certain is null)
            {
                shortages.Add(new PaperShortage.OfForbidden());
            }
        }

        Shortages = shortages;
    }

    /// <summary>Why no paper can be drawn; empty when every seed gives one.</summary>
    public IReadOnlyList<PaperShortage> Shortages { get; }

    /// <summary>How many questions or cases each section could take, were it alone.</summary>
    public IReadOnlyList<int> Available => [.. pools.Select(levels => levels.Sum(level => level.Length))];

    public PaperOutcome Draw(long seed)
    {
        if (usual is null || certain is not { } found)
        {
            return new PaperOutcome.Short(Shortages);
        }

        var random = new Shuffler(unchecked((ulong)seed));
        for (var tried = 0; tried < MostTries; tried++)
        {
            if (Assign(usual, Orient(random), random) is { } taken)
            {
                return new PaperOutcome.Drawn(Paper(taken, random));
            }
        }

        return Assign(found.Flow, found.Dropped, random) is { } certainly
            ? new PaperOutcome.Drawn(Paper(certainly, random))
            : throw new InvalidOperationException("What the flow found was not there to be drawn.");
    }

    private void PlaceFixed(List<PaperShortage> shortages)
    {
        var places = units.Index().SelectMany(unit => unit.Item.Questions.Select(question => (question.Name, unit.Index))).ToDictionary();
        foreach (var question in plan.Fixed)
        {
            if (!places.TryGetValue(question.Name, out var unit) || units[unit].Questions.Count > question.Points)
            {
                shortages.Add(new PaperShortage.OfFixed(question.Name));
            }
            else if (never.Add(unit))
            {
                always.Add((question, unit));
            }
            else
            {
                // Two fixed questions of one case: the case stands once, with the points of the first.
                shortages.Add(new PaperShortage.OfFixed(question.Name));
            }
        }
    }

    private void PlacePairs()
    {
        // A copy stands for the question it was made of, under the name of which pairs may speak.
        var places = units.Index().SelectMany(unit => unit.Item.Questions.Select(question => (question.Name, unit.Index))).ToDictionary();
        foreach (var (number, question) in units.Index().SelectMany(unit => unit.Item.Questions.Select(question => (unit.Index, question))).Where(one => one.question.Source.Length is 0))
        {
            places.TryAdd(new QuestionName("", question.Origin), number);
        }

        var standing = always.Select(one => one.Unit).ToHashSet();
        foreach (var pair in plan.Forbidden)
        {
            if (!places.TryGetValue(pair.First, out var first) || !places.TryGetValue(pair.Second, out var second))
            {
                continue;
            }

            if (first == second || standing.Contains(first) || standing.Contains(second))
            {
                // Beside a fixed question the other one is never drawn; a case that holds both not at all.
                never.UnionWith(first == second ? [first] : standing.Contains(first) ? [second] : [first]);
            }
            else
            {
                pairs.Add((first, second));
            }
        }
    }

    private ulong TakersOf(PaperUnit unit, int number) =>
        never.Contains(number)
            ? 0
            : plan.Sections.Index().Where(section => unit.IsTakenBy(section.Item)).Aggregate(0UL, (bits, section) => bits | (1UL << section.Index));

    private int[][] PoolsOf(int section) =>
    [
        .. Enumerable.Range(PaperFilter.Easiest, PaperFilter.Hardest).Select(difficulty => Enumerable.Range(0, units.Count)
            .Where(unit => units[unit].Difficulty == difficulty && (takers[unit] & (1UL << section)) is not 0).ToArray()),
    ];

    private PaperFlow FlowWithout(HashSet<int> dropped)
    {
        var groups = Enumerable.Range(0, units.Count).Where(unit => takers[unit] is not 0 && !dropped.Contains(unit))
            .GroupBy(unit => (takers[unit], units[unit].Difficulty))
            .OrderBy(group => group.Key)
            .Select(group => new PaperFlow.Group(group.Key.Item1, group.Key.Difficulty, group.Count()));
        var flow = new PaperFlow([.. groups], [.. plan.Sections.Select(section => section.Count)]);
        flow.Fill();
        return flow;
    }

    private IEnumerable<PaperShortage> ShortagesOf(PaperFlow flow)
    {
        foreach (var (number, section) in plan.Sections.Index().Where(section => flow.Found[section.Index] < section.Item.Count))
        {
            var rivals = flow.Rivals(number);
            var bits = rivals.Aggregate(0UL, (mask, rival) => mask | (1UL << rival));
            yield return new PaperShortage.OfSection(
                number + 1,
                section.Count,
                flow.Found[number],
                [.. rivals.Select(rival => rival + 1)],
                rivals.Sum(rival => plan.Sections[rival].Count),
                takers.Count(taker => (taker & bits) is not 0))
            {
                InCases = section.DrawsCases ? 0 : units.Where(unit => unit.IsCase).Sum(unit => unit.Questions.Count(section.Filter.Takes)),
                TooLarge = units.Count(unit => unit.IsCase && unit.IsMeantBy(section) && !unit.IsWorth(section.Points)),
            };
        }
    }

    /// <summary>
    /// Leaves out one question of every pair so that the rest suffices; null when there is no way. All ways are tried for up to
    /// <see cref="PairsTriedAll"/> pairs, else a thousand.
    /// </summary>
    private (HashSet<int> Dropped, PaperFlow Flow)? FindWithoutPairs()
    {
        var ways = pairs.Count <= PairsTriedAll ? 1 << pairs.Count : MostOrientations;
        var random = new Shuffler(0);
        for (var way = 0; way < ways; way++)
        {
            HashSet<int> dropped = pairs.Count <= PairsTriedAll
                ? [.. pairs.Index().Select(pair => (way & (1 << pair.Index)) is 0 ? pair.Item.First : pair.Item.Second)]
                : Orient(random);
            var flow = FlowWithout(dropped);
            if (flow.IsFull)
            {
                return (dropped, flow);
            }
        }

        return null;
    }

    // Of each pair of which both are still there one is left out, by chance.
    private HashSet<int> Orient(Shuffler random)
    {
        var dropped = new HashSet<int>();
        foreach (var (first, second) in random.Shuffle(pairs))
        {
            if (!dropped.Contains(first) && !dropped.Contains(second))
            {
                dropped.Add(random.Below(2) is 0 ? first : second);
            }
        }

        return dropped;
    }

    /// <summary>Which section has which unit; null when this difficulty mix cannot be had without those left out.</summary>
    private Dictionary<int, int>? Assign(PaperFlow flow, HashSet<int> dropped, Shuffler random)
    {
        var taken = dropped.ToDictionary(unit => unit, _ => -1);
        for (var level = 0; level < PaperFilter.Hardest; level++)
        {
            // Where there is least to choose from first: fewer have to be exchanged afterwards.
            var sections = Enumerable.Range(0, plan.Sections.Count)
                .Select(section => (Section: section, Wanted: flow.Of(section, level + 1)))
                .OrderBy(section => pools[section.Section][level].Length - section.Wanted).ThenBy(section => section.Section);
            foreach (var (section, count) in sections)
            {
                for (var drawn = 0; drawn < count; drawn++)
                {
                    if (!Take(section, level, taken, random))
                    {
                        return null;
                    }
                }
            }
        }

        return taken;
    }

    private bool Take(int section, int level, Dictionary<int, int> taken, Shuffler random)
    {
        if (FindFree(pools[section][level], taken, random) is { } free)
        {
            taken[free] = section;
            return true;
        }

        // None is free: another section that has one of ours takes a free one of its own instead, if need be by way of a third.
        var reached = new Dictionary<int, (int Taker, int Unit)>();
        var queue = new Queue<int>([section]);
        while (queue.TryDequeue(out var asking))
        {
            foreach (var unit in pools[asking][level])
            {
                var giver = taken.GetValueOrDefault(unit, -1);
                if (giver < 0 || giver == section || !reached.TryAdd(giver, (asking, unit)))
                {
                    continue;
                }

                if (FindFree(pools[giver][level], taken, random) is { } other)
                {
                    taken[other] = giver;
                    for (var last = giver; last != section; last = reached[last].Taker)
                    {
                        taken[reached[last].Unit] = reached[last].Taker;
                    }

                    return true;
                }

                queue.Enqueue(giver);
            }
        }

        return false;
    }

    private static int? FindFree(int[] pool, Dictionary<int, int> taken, Shuffler random)
    {
        // Large pools are hardly ever full: a few throws find a free one without looking through all.
        for (var thrown = 0; pool.Length > 0 && thrown < 8; thrown++)
        {
            var unit = pool[random.Below(pool.Length)];
            if (!taken.ContainsKey(unit))
            {
                return unit;
            }
        }

        var free = pool.Where(unit => !taken.ContainsKey(unit)).ToList();
        return free.Count is 0 ? null : free[random.Below(free.Count)];
    }

    private Paper Paper(Dictionary<int, int> taken, Shuffler random)
    {
        var items = new List<PaperItem>();
        foreach (var (question, unit) in always)
        {
            items.AddRange(ItemsOf(units[unit], question.Points, question.Rule, items.Count, random));
        }

        foreach (var (number, section) in plan.Sections.Index())
        {
            var drawn = taken.Where(pair => pair.Value == number).Select(pair => pair.Key).Order();
            foreach (var unit in plan.ShufflesQuestions ? random.Shuffle(drawn) : [.. drawn])
            {
                items.AddRange(ItemsOf(units[unit], section.Points, section.Rule, items.Count, random));
            }
        }

        return new Paper(items);
    }

    private List<PaperItem> ItemsOf(PaperUnit unit, int points, ScoreRule rule, int before, Shuffler random) =>
    [
        .. unit.Questions.Zip(unit.Share(points)).Select((one, place) =>
            new PaperItem(before + place + 1, one.First.Question.Hash, OrderOf(one.First.Question, random), one.Second) { Rule = rule, Source = one.First.Source }),
    ];

    private List<int> OrderOf(QuestionVersion question, Shuffler random) =>
        plan.ShufflesOptions || question.Prompt.Kind is QuestionKind.Ordering or QuestionKind.Matching
            ? Blueprint.OrderOf(question, random)
            : [.. Enumerable.Range(0, question.Prompt.OptionCount)];
}
