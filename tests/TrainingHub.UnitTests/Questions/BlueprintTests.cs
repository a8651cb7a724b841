using FsCheck;
using FsCheck.Fluent;
using TrainingHub.Questions;

namespace TrainingHub.UnitTests.Questions;

public sealed class BlueprintTests
{
    private static readonly Arbitrary<Blueprint> Blueprints = (
        from count in Gen.Choose(1, 4)
        from sections in (
            from kind in Gen.Elements(QuestionKind.Single, QuestionKind.Multiple, QuestionKind.TrueFalse)
            from wanted in Gen.Choose(1, 6)
            from points in Gen.Choose(1, 10)
            select new BlueprintSection(kind, wanted, points)).ListOf(count)
        select new Blueprint([.. sections])).ToArbitrary();

    private static readonly Arbitrary<IReadOnlyList<QuestionVersion>> Banks = (
        from count in Gen.Choose(0, 60)
        from questions in (
            from kind in Gen.Elements(QuestionKind.Single, QuestionKind.Multiple, QuestionKind.TrueFalse)
            from use in Gen.Elements(QuestionUse.Practice, QuestionUse.Examination, QuestionUse.Both)
            select (kind, use)).ListOf(count)
        select Bank(questions)).ToArbitrary();

    [Fact]
    public void A_drawn_paper_honours_its_blueprint_and_a_shortage_is_real() =>
        Prop.ForAll(Blueprints, Banks, ArbMap.Default.ArbFor<long>(), (blueprint, bank, seed) =>
            blueprint.Draw(bank, seed) switch
            {
                PaperOutcome.Drawn drawn => Honours(drawn.Paper, blueprint, bank),
                PaperOutcome.Short(var shortages) => shortages.Count > 0 && shortages.All(shortage => IsReal(Assert.IsType<PaperShortage.OfKind>(shortage), blueprint, bank)),
                _ => false,
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_seed_draws_the_same_paper_from_a_bank_in_any_order() =>
        Prop.ForAll(Blueprints, Banks, ArbMap.Default.ArbFor<long>(), (blueprint, bank, seed) =>
            string.Equals(
                TextOf(blueprint.Draw(bank, seed)),
                TextOf(blueprint.Draw([.. bank.Reverse()], seed)),
                StringComparison.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_bank_made_ready_once_draws_the_papers_of_the_bank() =>
        Prop.ForAll(Blueprints, Banks, ArbMap.Default.ArbFor<long>(), (blueprint, bank, seed) =>
        {
            var pools = QuestionPools.Of(bank);
            return string.Equals(TextOf(blueprint.Draw(bank, seed)), TextOf(blueprint.Draw(pools, seed)), StringComparison.Ordinal)
                && string.Equals(TextOf(blueprint.Draw(bank, seed)), TextOf(blueprint.Draw(pools, seed)), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_paper_can_be_drawn_again_years_later_from_its_seed()
    {
        var bank = Enumerable.Range(1, 9).Select(number => SomeQuestions.Single($"q{number}")).ToList();
        var blueprint = new Blueprint([new BlueprintSection(QuestionKind.Single, 4, 5)]);

        var paper = Drawn(blueprint, bank, seed: 20241231);

        var drawn = paper.Items.Select(item => $"{QuestionOf(item, bank).Prompt.Id} {item.OptionOrderText}");
        Assert.Equal("q5 3,0,1,2 | q9 2,3,1,0 | q7 3,0,1,2 | q6 3,1,0,2", string.Join(" | ", drawn));
    }

    [Fact]
    public void Papers_of_courses_are_drawn_as_they_always_were()
    {
        IReadOnlyList<QuestionVersion> bank =
        [
            .. Enumerable.Range(1, 7).Select(number => SomeQuestions.Single($"s{number}")),
            .. Enumerable.Range(1, 5).Select(number => SomeQuestions.TrueFalse(id: $"t{number}")),
            .. Enumerable.Range(1, 5).Select(number => SomeQuestions.Of($"m{number}", QuestionKind.Multiple, QuestionUse.Examination, [0, 2])),
        ];
        var blueprint = new Blueprint(
            [new BlueprintSection(QuestionKind.Single, 3, 2), new BlueprintSection(QuestionKind.Multiple, 2, 4), new BlueprintSection(QuestionKind.TrueFalse, 2, 1), new BlueprintSection(QuestionKind.Single, 1, 9)]);

        var papers = new[] { 0, 42, -1, long.MaxValue }.Select(seed => string.Join(' ', Drawn(blueprint, bank, seed).Items.Select(item => $"{QuestionOf(item, bank).Prompt.Id}:{item.OptionOrderText.Replace(",", "", StringComparison.Ordinal)}:{item.Points}")));

        Assert.Equal(
            [
                "s2:3012:2 s6:2103:2 s5:0213:2 m3:0321:4 m2:2301:4 t1:01:1 t3:01:1 s4:1023:9",
                "s3:1302:2 s4:2301:2 s7:2103:2 m1:1302:4 m3:0132:4 t1:01:1 t3:01:1 s5:0132:9",
                "s1:1320:2 s4:1230:2 s3:3021:2 m4:2130:4 m1:0213:4 t3:01:1 t2:01:1 s5:2130:9",
                "s7:3012:2 s3:3012:2 s4:2301:2 m5:3201:4 m2:3210:4 t4:01:1 t2:01:1 s1:2310:9",
            ],
            papers);
    }

    [Fact]
    public void Other_seeds_draw_other_papers()
    {
        var bank = Enumerable.Range(1, 30).Select(number => SomeQuestions.Single($"q{number}")).ToList();
        var blueprint = new Blueprint([new BlueprintSection(QuestionKind.Single, 10, 1)]);

        var papers = Enumerable.Range(0, 100).Select(seed => TextOf(blueprint.Draw(bank, seed))).Distinct(StringComparer.Ordinal);

        Assert.Equal(100, papers.Count());
    }

    [Fact]
    public void Every_question_and_every_option_order_is_drawn_about_equally_often()
    {
        var bank = Enumerable.Range(1, 10).Select(number => SomeQuestions.Single($"q{number}")).ToList();
        var blueprint = new Blueprint([new BlueprintSection(QuestionKind.Single, 1, 1)]);

        var items = Enumerable.Range(0, 12_000).Select(seed => Drawn(blueprint, bank, seed).Items[0]).ToList();

        Assert.All(items.CountBy(item => item.QuestionHash), count => Assert.InRange(count.Value, 1_050, 1_350));
        Assert.Equal(24, items.CountBy(item => item.OptionOrderText).Count());
        Assert.All(items.CountBy(item => item.OptionOrderText), count => Assert.InRange(count.Value, 400, 600));
    }

    [Fact]
    public void A_shortage_names_kind_wanted_and_available_over_all_sections()
    {
        var bank = new[] { SomeQuestions.Single("q1"), SomeQuestions.Single("q2"), SomeQuestions.Single("q3", use: QuestionUse.Practice) };
        var blueprint = new Blueprint([new BlueprintSection(QuestionKind.Single, 1, 1), new BlueprintSection(QuestionKind.Single, 2, 5)]);

        Assert.Equal([new PaperShortage.OfKind(QuestionKind.Single, 3, 2)], Assert.IsType<PaperOutcome.Short>(blueprint.Draw(bank, seed: 1)).Shortages);
    }

    [Fact]
    public void Options_of_true_false_questions_stay_in_order()
    {
        var bank = Enumerable.Range(1, 20).Select(number => SomeQuestions.TrueFalse(id: $"t{number}")).ToList();
        var blueprint = new Blueprint([new BlueprintSection(QuestionKind.TrueFalse, 20, 1)]);

        Assert.All(Drawn(blueprint, bank, seed: 7).Items, item => Assert.Equal([0, 1], item.OptionOrder));
    }

    private static bool Honours(Paper paper, Blueprint blueprint, IReadOnlyList<QuestionVersion> bank)
    {
        var questions = paper.Items.Select(item => QuestionOf(item, bank)).ToList();
        var wanted = blueprint.Sections.SelectMany(section => Enumerable.Repeat((section.Kind, section.Points), section.Count));
        return paper.Items.Select(item => item.Number).SequenceEqual(Enumerable.Range(1, blueprint.ItemCount))
            && questions.Zip(paper.Items, (question, item) => (question.Prompt.Kind, item.Points)).SequenceEqual(wanted)
            && questions.TrueForAll(question => question.MayBeExamined)
            && questions.DistinctBy(question => question.Prompt.Id, StringComparer.Ordinal).Count() == questions.Count
            && questions.Zip(paper.Items).All(pair =>
                pair.Second.OptionOrder.Order().SequenceEqual(Enumerable.Range(0, pair.First.Prompt.OptionCount)))
            && paper.FullPoints == blueprint.FullPoints;
    }

    private static QuestionVersion QuestionOf(PaperItem item, IEnumerable<QuestionVersion> bank) =>
        bank.Single(question => string.Equals(question.Hash, item.QuestionHash, StringComparison.Ordinal));

    private static bool IsReal(PaperShortage.OfKind shortage, Blueprint blueprint, IReadOnlyList<QuestionVersion> bank) =>
        shortage.Wanted > shortage.Available
        && shortage.Wanted == blueprint.Sections.Where(section => section.Kind == shortage.Kind).Sum(section => section.Count)
        && shortage.Available == bank.Count(question => question.Prompt.Kind == shortage.Kind && question.Use is not QuestionUse.Practice);

    private static IReadOnlyList<QuestionVersion> Bank(IEnumerable<(QuestionKind Kind, QuestionUse Use)> questions) =>
    [
        .. questions.Index().Select(question => SomeQuestions.Of(
            $"q{question.Index}",
            question.Item.Kind,
            question.Item.Use,
            question.Item.Kind is QuestionKind.Multiple ? [0, 1] : [0])),
    ];

    private static string TextOf(PaperOutcome outcome) => outcome switch
    {
        PaperOutcome.Drawn drawn => string.Join('|', drawn.Paper.Items.Select(item => $"{item.Number} {item.QuestionHash} {item.OptionOrderText} {item.Points}")),
        PaperOutcome.Short(var shortages) => string.Join('|', shortages),
        _ => "",
    };

    private static Paper Drawn(Blueprint blueprint, IReadOnlyCollection<QuestionVersion> bank, long seed) =>
        Assert.IsType<PaperOutcome.Drawn>(blueprint.Draw(bank, seed)).Paper;
}
