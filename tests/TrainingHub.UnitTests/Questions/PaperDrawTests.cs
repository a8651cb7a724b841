using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class PaperDrawTests
{
    private static readonly QuestionKind[] Kinds = [QuestionKind.Single, QuestionKind.Multiple, QuestionKind.TrueFalse];

    private static readonly Arbitrary<IReadOnlyList<PaperCandidate>> Banks = (
        from count in Gen.Choose(0, 40)
        from questions in (
            from kind in Gen.Elements(Kinds)
            from difficulty in Gen.Choose(1, 3)
            from source in Gen.Elements("", "fire", "food")
            from tag in Gen.Elements("甲", "乙", "丙")
            from story in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 4)))
            select (kind, difficulty, source, tag, story)).ListOf(count)
        select (IReadOnlyList<PaperCandidate>)[.. questions.Index().Select(one => Candidate(
            $"q{one.Index:00}", one.Item.kind, one.Item.difficulty, one.Item.source, one.Item.tag, one.Item.story is 0 ? null : $"case-{one.Item.story}"))]).ToArbitrary();

    private static readonly Gen<PaperSection> SomeSection =
        from kind in Gen.Frequency((1, Gen.Constant<QuestionKind?>(null)), (2, Gen.Elements<QuestionKind?>(QuestionKind.Single, QuestionKind.Multiple, QuestionKind.TrueFalse)))
        from tag in Gen.Frequency((2, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("甲", "乙")))
        from source in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("", "fire")))
        from easiest in Gen.Choose(1, 2)
        from count in Gen.Choose(1, 5)
        from points in Gen.Choose(1, 10)
        from cases in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new PaperSection(new PaperFilter { Kind = kind, Tag = tag, Source = source, From = easiest }, cases ? 1 : count, points) { DrawsCases = cases };

    private static readonly Arbitrary<PaperPlan> Plans = (
        from count in Gen.Choose(1, 5)
        from sections in SomeSection.ListOf(count)
        from shuffles in Gen.Elements(true, false)
        select new PaperPlan { Sections = [.. sections], ShufflesQuestions = shuffles, ShufflesOptions = shuffles }).ToArbitrary();

    [Fact]
    public void What_can_be_drawn_is_drawn_as_planned_and_a_shortage_is_real() =>
        Prop.ForAll(Plans, Banks, ArbMap.Default.ArbFor<long>(), (plan, bank, seed) =>
        {
            var draw = new PaperDraw(plan, bank);
            return draw.Draw(seed) switch
            {
                PaperOutcome.Drawn(var paper) => MostServed(plan, bank) == plan.Draws && Honours(paper, plan, bank),
                PaperOutcome.Short(var shortages) => shortages.OfType<PaperShortage.OfSection>().Sum(shortage => shortage.Missing) == plan.Draws - MostServed(plan, bank)
                    && shortages.OfType<PaperShortage.OfSection>().All(shortage => shortage.SharedWanted > shortage.SharedAvailable && shortage.Sharing.Contains(shortage.Section)),
                _ => false,
            };
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_draws_the_same_paper_from_questions_in_any_order() =>
        Prop.ForAll(Plans, Banks, ArbMap.Default.ArbFor<long>(), (plan, bank, seed) =>
            string.Equals(
                TextOf(new PaperDraw(plan, bank).Draw(seed)), TextOf(new PaperDraw(plan, [.. bank.Reverse()]).Draw(seed)), StringComparison.Ordinal))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Two_that_forbid_each_other_never_stand_together_and_are_only_in_the_way_when_nothing_else_is_left()
    {
        var pairs = Gen.Choose(0, 11).Two().ListOf(4).ToArbitrary();
        Prop.ForAll(pairs, ArbMap.Default.ArbFor<long>(), Gen.Choose(4, 12).ToArbitrary(), (chosen, seed, count) =>
        {
            var bank = Enumerable.Range(0, 12).Select(number => Candidate($"q{number:00}", QuestionKind.Single, 1 + (number % 3))).ToList();
            var forbidden = chosen.Where(pair => pair.Item1 != pair.Item2).Select(pair => (bank[pair.Item1].Name, bank[pair.Item2].Name)).ToList();
            var plan = new PaperPlan
            {
                Sections = [new PaperSection(new PaperFilter(), count, 1)],
                Forbidden = [.. forbidden.Select(pair => new ForbiddenPair(pair.Item1, pair.Item2))],
            };
            var isPossible = Enumerable.Range(0, 1 << 12).Any(subset => int.PopCount(subset) == count
                && chosen.All(pair => pair.Item1 == pair.Item2 || (subset & (1 << pair.Item1)) is 0 || (subset & (1 << pair.Item2)) is 0));
            return new PaperDraw(plan, bank).Draw(seed) switch
            {
                PaperOutcome.Drawn(var paper) => isPossible && Names(paper, bank).ToHashSet() is var names
                    && names.Count == count && forbidden.TrueForAll(pair => !names.Contains(pair.Item1) || !names.Contains(pair.Item2)),
                PaperOutcome.Short([PaperShortage.OfForbidden]) => !isPossible,
                _ => false,
            };
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Sections_that_share_questions_leave_each_other_what_they_need()
    {
        // Drawn greedily, the first section takes a 甲 question in two of three draws and leaves the second one short.
        IReadOnlyList<PaperCandidate> bank = [Candidate("q1", tag: "甲"), Candidate("q2", tag: "甲"), Candidate("q3", tag: "乙")];
        var plan = new PaperPlan { Sections = [new PaperSection(new PaperFilter(), 1, 1), new PaperSection(new PaperFilter { Tag = "甲" }, 2, 1)] };

        var draw = new PaperDraw(plan, bank);

        Assert.All(Enumerable.Range(0, 200), seed => Assert.Equal("q3", Names(Drawn(draw, seed), bank).First().Id));
    }

    [Fact]
    public void A_shortage_names_the_section_what_it_lacks_and_who_shares_its_questions()
    {
        IReadOnlyList<PaperCandidate> bank = [.. Enumerable.Range(0, 5).Select(number => Candidate($"q{number}", tag: "甲")), .. Enumerable.Range(5, 9).Select(number => Candidate($"q{number}", QuestionKind.TrueFalse))];
        var plan = new PaperPlan
        {
            Sections =
            [
                new PaperSection(new PaperFilter { Kind = QuestionKind.Single }, 3, 2),
                new PaperSection(new PaperFilter { Kind = QuestionKind.TrueFalse }, 9, 1),
                new PaperSection(new PaperFilter { Tag = "甲" }, 4, 2),
            ],
        };

        Assert.Equal([new PaperShortage.OfSection(3, 4, 2, [1, 3], 7, 5)], new PaperDraw(plan, bank).Shortages);
    }

    [Fact]
    public void Everybody_has_the_same_mix_of_difficulties()
    {
        var bank = Enumerable.Range(0, 60).Select(number => Candidate($"q{number:00}", difficulty: 1 + (number % 3))).ToList();
        var plan = new PaperPlan { Sections = [new PaperSection(new PaperFilter(), 10, 1)] };

        var spread = PaperSpread.Of(new PaperDraw(plan, bank), bank.ToDictionary(one => one.Question.Hash, one => one.Question.Difficulty), 1000);

        Assert.NotNull(spread);
        Assert.Equal((1000, 190, 0, 190, 190), (spread.Draws, spread.Mean, spread.Deviation, spread.Easiest, spread.Hardest));
        Assert.InRange(spread.Overlap, 120, 220);
    }

    [Fact]
    public void Every_question_has_about_the_same_chance()
    {
        var bank = Enumerable.Range(0, 30).Select(number => Candidate($"q{number:00}", difficulty: 1 + (number % 3))).ToList();
        var draw = new PaperDraw(new PaperPlan { Sections = [new PaperSection(new PaperFilter(), 6, 1)] }, bank);

        var counts = Enumerable.Range(0, 5000).SelectMany(seed => Drawn(draw, seed).Items).CountBy(item => item.QuestionHash).ToList();

        Assert.Equal(30, counts.Count);
        Assert.All(counts, count => Assert.InRange(count.Value, 850, 1150));
    }

    [Fact]
    public void A_case_is_drawn_whole_and_shares_out_its_points()
    {
        IReadOnlyList<PaperCandidate> bank =
        [
            Candidate("a1", story: "a"), Candidate("a2", story: "a"), Candidate("a3", story: "a"),
            .. Enumerable.Range(1, 6).Select(number => Candidate($"b{number}", story: "b")),
            Candidate("q1"),
        ];
        var plan = new PaperPlan
        {
            Sections = [new PaperSection(new PaperFilter(), 1, 5) { DrawsCases = true, Rule = ScoreRule.Partial }, new PaperSection(new PaperFilter(), 1, 2)],
        };

        var paper = Drawn(new PaperDraw(plan, bank), 7);

        Assert.Equal(["a1", "a2", "a3", "q1"], Names(paper, bank).Select(name => name.Id));
        Assert.Equal([2, 2, 1, 2], paper.Items.Select(item => item.Points));
        Assert.Equal([ScoreRule.Partial, ScoreRule.Partial, ScoreRule.Partial, ScoreRule.AllOrNothing], paper.Items.Select(item => item.Rule));
    }

    [Fact]
    public void A_case_is_about_what_one_of_its_questions_is_about_and_as_hard_as_they_are_on_the_whole()
    {
        IReadOnlyList<PaperCandidate> bank =
        [
            Candidate("a1", QuestionKind.Judgement, difficulty: 1, story: "a"), Candidate("a2", difficulty: 3, tag: "甲", story: "a"),
            Candidate("b1", difficulty: 3, story: "b"), Candidate("b2", QuestionKind.TrueFalse, difficulty: 3, story: "b"),
        ];

        Assert.Equal(1, Available(new PaperFilter { Kind = QuestionKind.Judgement }));
        Assert.Equal(1, Available(new PaperFilter { Tag = "甲" }));
        Assert.Equal(0, Available(new PaperFilter { Kind = QuestionKind.Judgement, Tag = "甲" }));
        Assert.Equal(1, Available(new PaperFilter { From = 1, Until = 2 }));
        Assert.Equal(1, Available(new PaperFilter { From = 3 }));
        Assert.Equal(2, Available(new PaperFilter()));

        int Available(PaperFilter filter) => Assert.Single(new PaperDraw(new PaperPlan { Sections = [new PaperSection(filter, 1, 4) { DrawsCases = true }] }, bank).Available);
    }

    [Fact]
    public void A_shortage_says_what_stands_in_cases_and_which_cases_are_too_large()
    {
        IReadOnlyList<PaperCandidate> bank =
        [
            Candidate("a1", QuestionKind.Judgement, story: "a"), Candidate("a2", QuestionKind.Judgement, story: "a"), Candidate("a3", story: "a"),
            Candidate("q1", QuestionKind.Judgement),
        ];
        var plan = new PaperPlan
        {
            Sections = [new PaperSection(new PaperFilter { Kind = QuestionKind.Judgement }, 2, 5), new PaperSection(new PaperFilter(), 1, 2) { DrawsCases = true }],
        };

        Assert.Equal(
            [new PaperShortage.OfSection(1, 2, 1, [1], 2, 1) { InCases = 2 }, new PaperShortage.OfSection(2, 1, 0, [2], 1, 0) { TooLarge = 1 }],
            new PaperDraw(plan, bank).Shortages);
    }

    [Fact]
    public void Cases_of_two_banks_that_happen_to_bear_one_id_stay_apart()
    {
        IReadOnlyList<PaperCandidate> bank = [Candidate("a1", story: "case-1"), Candidate("a2", story: "case-1"), Candidate("b1", story: "case-1", told: "另一件事")];
        var plan = new PaperPlan { Sections = [new PaperSection(new PaperFilter(), 2, 2) { DrawsCases = true }] };

        Assert.Equal([1, 1, 2], Drawn(new PaperDraw(plan, bank), 3).Items.Select(item => item.Points).Order());
    }

    [Fact]
    public void Fixed_questions_stand_first_on_every_paper_and_keep_away_what_they_forbid()
    {
        var bank = Enumerable.Range(0, 4).Select(number => Candidate($"q{number}")).ToList();
        var plan = new PaperPlan
        {
            Fixed = [new FixedQuestion(bank[2].Name, 7)],
            Forbidden = [new ForbiddenPair(bank[0].Name, bank[2].Name)],
            Sections = [new PaperSection(new PaperFilter(), 2, 1)],
        };

        var draw = new PaperDraw(plan, bank);

        Assert.All(Enumerable.Range(0, 50), seed => Assert.Equal(["q2", "q1", "q3"], Names(Drawn(draw, seed), bank).Take(1).Concat(Names(Drawn(draw, seed), bank).Skip(1).OrderBy(name => name.Id, StringComparer.Ordinal)).Select(name => name.Id)));
        Assert.Equal([new PaperShortage.OfFixed(bank[2].Name)], new PaperDraw(plan, bank.Where((_, number) => number is not 2)).Shortages.OfType<PaperShortage.OfFixed>());
    }

    [Fact]
    public void A_paper_can_be_drawn_again_years_later_from_its_seed()
    {
        var bank = Enumerable.Range(1, 9).Select(number => Candidate($"q{number}", difficulty: 1 + (number % 3), source: "fire")).ToList();
        var plan = new PaperPlan { Sections = [new PaperSection(new PaperFilter(), 4, 5)] };

        var paper = Drawn(new PaperDraw(plan, bank), 20241231);

        Assert.Equal("fire/q9 0,2,3,1 | fire/q1 2,1,3,0 | fire/q2 3,0,2,1 | fire/q3 2,0,3,1", string.Join(" | ", paper.Items.Zip(Names(paper, bank)).Select(pair => $"{pair.Second} {pair.First.OptionOrderText}")));
    }

    [Fact]
    public void A_folder_takes_what_lies_in_it_and_below_and_a_shortage_counts_only_that()
    {
        var (folder, below, beside) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        PaperCandidate[] bank = [In("a", folder), In("b", below, folder), In("c", beside), In("d")];
        var filter = new PaperFilter { Source = "", Folder = folder };

        Assert.Equal(["a", "b"], bank.Where(filter.Takes).Select(candidate => candidate.Name.Id));
        Assert.Equal(4, bank.Count(new PaperFilter().Takes));
        var shortage = Assert.IsType<PaperShortage.OfSection>(Assert.Single(new PaperDraw(new PaperPlan { Sections = [new PaperSection(filter, 3, 1)] }, bank).Shortages));
        Assert.Equal((3, 2, 1), (shortage.Wanted, shortage.Found, shortage.Missing));

        static PaperCandidate In(string id, params Guid[] folders) => new(
            "", new QuestionVersion(new QuestionPrompt(id, QuestionKind.Single, $"题{id}", ["甲", "乙"]), new QuestionKey([0], "", new Basis.OfDocument("清单", null, "")), QuestionUse.Both, 1), [])
        { Folders = folders };
    }

    [Theory]
    [InlineData("4.2", "4.2", true)]
    [InlineData("4.2.1", "4.2", true)]
    [InlineData("4.20", "4.2", false)]
    [InlineData("4", "4.2", false)]
    public void A_clause_takes_what_stands_below_it(string number, string asked, bool isTaken)
    {
        var question = new QuestionVersion(new QuestionPrompt("q", QuestionKind.Single, "题", ["甲", "乙"]), new QuestionKey([0], "", new Basis.OfClause("gb-1", "2024", number)), QuestionUse.Both, 1);

        Assert.Equal(isTaken, new PaperFilter { Standard = "gb-1", Clause = asked }.Takes(new PaperCandidate("", question, [])));
        Assert.False(new PaperFilter { Standard = "gb-2", Clause = asked }.Takes(new PaperCandidate("", question, [])));
    }

    [Fact]
    public void Faults_are_found_before_anything_is_drawn()
    {
        var (a, b) = (new QuestionName("fire", "a"), new QuestionName("", "b"));

        Assert.Equal([PaperPlanFault.Empty], new PaperPlan().Faults());
        Assert.Equal(
            [PaperPlanFault.CountOutOfRange, PaperPlanFault.PointsOutOfRange, PaperPlanFault.DifficultyBackwards, PaperPlanFault.ClauseAlone],
            new PaperPlan { Fixed = [new FixedQuestion(a, 1)], Sections = [new PaperSection(new PaperFilter { From = 3, Until = 2, Clause = "1" }, 0, 0)] }.Faults());
        Assert.Equal(
            [PaperPlanFault.FixedContradict, PaperPlanFault.PairOfOne],
            new PaperPlan { Fixed = [new FixedQuestion(a, 1), new FixedQuestion(b, 1)], Forbidden = [new ForbiddenPair(a, b), new ForbiddenPair(b, b)] }.Faults());
    }

    [Fact]
    public void Names_read_what_they_wrote()
    {
        QuestionName[] names = [new("fire-safety", "q12"), new("", "B7K2")];

        Assert.All(names, name => Assert.Equal(name, QuestionName.Parse($" {name} ")));
        Assert.All(["", "/", "a/", "/b", "a/b/c"], text => Assert.Null(QuestionName.Parse(text)));
    }

    // Kuhn's matching over single questions: slower and simpler than what is tested.
    private static int MostServed(PaperPlan plan, IReadOnlyList<PaperCandidate> bank)
    {
        var units = bank.GroupBy(one => (one.Source, one.Question.Prompt.Case?.Id ?? $"q {one.Name.Id}")).Select(unit => unit.ToList()).ToList();
        var slots = plan.Sections.SelectMany(section => Enumerable.Repeat(section, section.Count)).ToList();
        var holder = new int?[units.Count];
        return slots.Index().Count(slot => Serve(slot.Index, []));

        bool Serve(int slot, HashSet<int> seen)
        {
            foreach (var unit in Enumerable.Range(0, units.Count).Where(unit => Takes(slots[slot], units[unit]) && seen.Add(unit)))
            {
                if (holder[unit] is not { } other || Serve(other, seen))
                {
                    holder[unit] = slot;
                    return true;
                }
            }

            return false;
        }
    }

    private static bool Takes(PaperSection section, List<PaperCandidate> unit) =>
        section.DrawsCases == unit[0].Question.Prompt.Case is not null && unit.Count <= section.Points && IsAskedFor(section, unit);

    // A case is as hard as its questions are on the whole, and about whatever one of them is about.
    private static bool IsAskedFor(PaperSection section, List<PaperCandidate> unit) =>
        (int)Math.Floor(unit.Average(one => one.Question.Difficulty) + 0.5) is var difficulty && section.Filter.From <= difficulty && difficulty <= section.Filter.Until
            && unit.Exists(one => (section.Filter with { From = 1, Until = 3 }).Takes(one));

    private static bool Honours(Paper paper, PaperPlan plan, IReadOnlyList<PaperCandidate> bank)
    {
        var items = new Queue<PaperItem>(paper.Items);
        foreach (var section in plan.Sections)
        {
            for (var drawn = 0; drawn < section.Count; drawn++)
            {
                var (points, drawnTogether) = (0, new List<PaperCandidate>());
                while (points < section.Points)
                {
                    var item = items.Dequeue();
                    points += item.Points;
                    var question = CandidateOf(item, bank);
                    drawnTogether.Add(question);
                    if (section.DrawsCases != question.Question.Prompt.Case is not null
                        || !item.OptionOrder.Order().SequenceEqual(Enumerable.Range(0, question.Question.Prompt.OptionCount)))
                    {
                        return false;
                    }
                }

                if (points != section.Points || !IsAskedFor(section, drawnTogether))
                {
                    return false;
                }
            }
        }

        return items.Count is 0 && paper.FullPoints == plan.FullPoints
            && paper.Items.Select(item => item.Number).SequenceEqual(Enumerable.Range(1, paper.Items.Count))
            && paper.Items.DistinctBy(item => item.QuestionHash).Count() == paper.Items.Count;
    }

    private static PaperCandidate Candidate(
        string id, QuestionKind kind = QuestionKind.Single, int difficulty = 1, string source = "", string tag = "乙", string? story = null, string told = "某日") => new(
        source,
        new QuestionVersion(
            new QuestionPrompt(id, kind, $"题干{id}", kind is QuestionKind.TrueFalse ? [] : ["甲", "乙", "丙", "丁"]) { Case = story is null ? null : new CaseStem(story, told) },
            new QuestionKey(kind is QuestionKind.Multiple ? [0, 1] : [0], "因为如此。", new Basis.OfStatement("fire-law", "2021", "要保持畅通")),
            QuestionUse.Both,
            difficulty),
        [tag]);

    private static PaperCandidate CandidateOf(PaperItem item, IEnumerable<PaperCandidate> bank) =>
        bank.Single(one => string.Equals(one.Question.Hash, item.QuestionHash, StringComparison.Ordinal) && string.Equals(one.Source, item.Source, StringComparison.Ordinal));

    private static IEnumerable<QuestionName> Names(Paper paper, IReadOnlyList<PaperCandidate> bank) => paper.Items.Select(item => CandidateOf(item, bank).Name);

    private static Paper Drawn(PaperDraw draw, long seed) => Assert.IsType<PaperOutcome.Drawn>(draw.Draw(seed)).Paper;

    private static string TextOf(PaperOutcome outcome) => outcome switch
    {
        PaperOutcome.Drawn(var paper) => string.Join('|', paper.Items.Select(item => $"{item.Number} {item.Source} {item.QuestionHash} {item.OptionOrderText} {item.Points}")),
        PaperOutcome.Short(var shortages) => string.Join('|', shortages.Select(shortage => shortage is PaperShortage.OfSection one ? $"{one.Section} {one.Found} {string.Join(',', one.Sharing)}" : shortage.ToString())),
        _ => "",
    };
}
