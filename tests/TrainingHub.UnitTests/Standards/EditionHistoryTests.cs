using TrainingHub.Standards;

namespace TrainingHub.UnitTests.Standards;

public sealed class EditionHistoryTests
{
    private static readonly DateOnly Change = new(2026, 5, 1);

    [Fact]
    public void A_comparison_names_what_was_added_removed_altered_and_moved()
    {
        var before = Edition("2017", [("一", "甲"), ("二", "乙"), ("三", "丙"), ("四", "丁")]);
        var after = Edition("2025", [("一", "甲"), ("二", "乙改"), ("五", "丙"), ("六", "新")]);

        var changes = EditionComparison.Of(before, after).Changes;

        Assert.Collection(
            changes,
            change => Assert.IsType<ClauseChange.Kept>(change),
            change => Assert.False(Assert.IsType<ClauseChange.Altered>(change).IsMoved),
            change => Assert.Equal("三", Assert.IsType<ClauseChange.Moved>(change).Before.Number),
            change => Assert.Equal("六", Assert.IsType<ClauseChange.Added>(change).Clause.Number),
            change => Assert.Equal("四", Assert.IsType<ClauseChange.Removed>(change).Clause.Number));
    }

    [Fact]
    public void A_former_number_pairs_clauses_whose_text_and_number_both_differ()
    {
        var before = Edition("2017", [("一", "甲")]);
        var after = Edition("2025", [("九", "甲改")]) with { };
        after = after with { Clauses = [after.Clauses[0] with { Formerly = "一" }] };

        var altered = Assert.IsType<ClauseChange.Altered>(Assert.Single(EditionComparison.Of(before, after).Changes));

        Assert.True(altered.IsMoved);
    }

    [Fact]
    public void A_number_given_to_another_clause_does_not_pair_them_when_the_text_went_elsewhere()
    {
        var before = Edition("2017", [("一", "甲"), ("二", "乙")]);
        var after = Edition("2025", [("一", "新"), ("二", "甲"), ("三", "乙")]);

        var comparison = EditionComparison.Of(before, after);

        Assert.IsType<ClauseChange.Moved>(comparison.FateOf("一"));
        Assert.IsType<ClauseChange.Moved>(comparison.FateOf("二"));
        Assert.IsType<ClauseChange.Added>(comparison.Changes[0]);
    }

    [Fact]
    public void A_clause_that_moved_and_was_reworded_a_little_is_found()
    {
        var before = Edition("2017", [("一", "电动自行车不得停放在门厅和楼梯间，不得在室内充电。"), ("二", "实验室的危险化学品由两人保管，领用要登记。")]);
        var after = Edition("2025", [("一", "学校每月检查一次用电线路，发现问题马上整改。"), ("三", "电动自行车不得停放在门厅、过道和楼梯间，不得在室内充电。"), ("二", "实验室的危险化学品由两人共同保管，领用要登记签字。")]);

        var changes = EditionComparison.Of(before, after).Changes;

        Assert.IsType<ClauseChange.Added>(changes[0]);
        Assert.True(Assert.IsType<ClauseChange.Altered>(changes[1]).IsMoved);
        Assert.False(Assert.IsType<ClauseChange.Altered>(changes[2]).IsMoved);
        Assert.Equal(3, changes.Count);
    }

    [Fact]
    public void Under_its_own_number_half_of_the_text_is_enough_and_elsewhere_it_is_not()
    {
        // Of four pairs on each side two are common: 50 %.
        var before = Edition("2017", [("一", "甲乙丙丁戊")]);

        Assert.IsType<ClauseChange.Altered>(EditionComparison.Of(before, Edition("2025", [("二", "己庚辛壬癸"), ("一", "甲乙丙子丑")])).Changes[1]);
        Assert.IsType<ClauseChange.Removed>(EditionComparison.Of(before, Edition("2025", [("二", "甲乙丙子丑")])).Changes[1]);
        // Of four and six pairs three are common: 60 %.
        Assert.True(Assert.IsType<ClauseChange.Altered>(EditionComparison.Of(before, Edition("2025", [("二", "甲乙丙丁子丑寅")])).Changes[0]).IsMoved);
    }

    [Fact]
    public void The_same_editions_are_compared_once()
    {
        var (before, after) = (Edition("2017", [("一", "甲")]), Edition("2025", [("一", "甲")]));

        Assert.Same(EditionComparison.Of(before, after), EditionComparison.Of(before, after));
        Assert.NotSame(EditionComparison.Of(before, after), EditionComparison.Of(before, after with { Title = "改名" }));
    }

    [Fact]
    public void Long_editions_are_paired_clause_by_clause()
    {
        var random = new Random(5);
        List<(string, string)> old = [.. Enumerable.Range(1, 1000).Select(number => ($"第{number}条", Words(120)))];
        List<(string, string)> recent = [.. old.Select((clause, index) => ($"第{index + 2}条", clause.Item2 + "并且记录。"))];

        var changes = EditionComparison.Of(Edition("2017", old), Edition("2025", recent)).Changes;

        Assert.Equal(1000, changes.OfType<ClauseChange.Altered>().Count(altered => altered.IsMoved));

        string Words(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('一' + random.Next(2000))));
    }

    [Fact]
    public void Long_editions_of_common_words_are_paired_though_all_clauses_moved_and_were_reworded()
    {
        var random = new Random(7);
        // Few different characters: each pair stands in many clauses, as in real rules.
        List<(string Number, string Text)> old = [.. Enumerable.Range(1, 1000).Select(number => ($"第{number}条", string.Concat(Enumerable.Range(0, 120).Select(_ => Character()))))];
        var moved = old.ToArray();
        random.Shuffle(moved);
        List<(string, string)> recent = [.. moved.Select((clause, index) => ($"新{index + 1}", Reworded(clause.Text)))];

        var changes = EditionComparison.Of(Edition("2017", old), Edition("2025", recent)).Changes;

        Assert.Equal(moved.Select(clause => clause.Number), changes.Select(change => Assert.IsType<ClauseChange.Altered>(change).Before.Number));

        char Character() => (char)('一' + random.Next(60));
        string Reworded(string text) => string.Concat(text.Select((character, index) => index % 10 is 9 ? Character() : character));
    }

    [Fact]
    public void White_space_and_width_are_no_change()
    {
        var before = Edition("2017", [("一", "不少于30%，（A级）")]);
        var after = Edition("2025", [("一", "不少于 ３０％，(A级) ")]);

        Assert.IsType<ClauseChange.Kept>(Assert.Single(EditionComparison.Of(before, after).Changes));
    }

    [Fact]
    public void The_edition_changes_on_the_first_day_of_the_newer_one()
    {
        var (history, older, newer) = Replaced();

        Assert.Equal(EditionStatus.InForce, history.StatusOn(older, Change.AddDays(-1)));
        Assert.Equal(EditionStatus.Replaced, history.StatusOn(older, Change));
        Assert.Equal("2017", history.CurrentOf("rules", Change.AddDays(-1))?.Edition);
        Assert.Equal("2025", history.CurrentOf("rules", Change)?.Edition);
        Assert.True(EditionHistory.IsAhead(newer, Change.AddDays(-1)));
    }

    [Theory]
    [InlineData("一", ClauseStanding.CarriedOn)]
    [InlineData("二", ClauseStanding.Altered)]
    [InlineData("三", ClauseStanding.CarriedOn)]
    [InlineData("四", ClauseStanding.Repealed)]
    [InlineData("九", ClauseStanding.Unknown)]
    public void A_clause_stands_as_the_newer_edition_leaves_it(string number, ClauseStanding expected)
    {
        var (history, older, _) = Replaced();

        Assert.Equal(expected is ClauseStanding.Unknown ? ClauseStanding.Unknown : ClauseStanding.InForce, history.StandingOf(older.Name, number, Change.AddDays(-1)));
        Assert.Equal(expected, history.StandingOf(older.Name, number, Change));
    }

    [Fact]
    public void An_alteration_is_not_forgotten_two_editions_later()
    {
        var first = Edition("1", [("一", "甲")]);
        var second = Edition("2", [("一", "乙")]) with { Replaces = first.Name, InForceFrom = Change };
        var third = Edition("3", [("一", "乙")]) with { Replaces = second.Name, InForceFrom = Change.AddYears(1) };
        var history = new EditionHistory([first, second, third]);

        Assert.Equal(ClauseStanding.Altered, history.StandingOf(first.Name, "一", Change.AddYears(2)));
        Assert.Equal(ClauseStanding.CarriedOn, history.StandingOf(second.Name, "一", Change.AddYears(2)));
    }

    [Fact]
    public void An_edition_that_ends_with_nothing_in_its_place_is_repealed()
    {
        var edition = Edition("2013", [("一", "甲")]) with { InForceUntil = Change };
        var history = new EditionHistory([edition]);

        Assert.Equal(ClauseStanding.InForce, history.StandingOf(edition.Name, "一", Change));
        Assert.Equal(ClauseStanding.Repealed, history.StandingOf(edition.Name, "一", Change.AddDays(1)));
        Assert.Equal(ClauseStanding.Repealed, history.StandingOf(edition.Name, Change.AddDays(1)));
    }

    [Fact]
    public void Another_document_may_take_over()
    {
        var regulation = Edition("2013", [("一", "甲")]);
        var law = Edition("2025", [("五", "甲")]) with { Slug = "law", Replaces = regulation.Name, InForceFrom = Change };
        var history = new EditionHistory([regulation, law]);

        Assert.Equal(ClauseStanding.CarriedOn, history.StandingOf(regulation.Name, "一", Change));
        Assert.Equal(EditionStatus.Replaced, history.StatusOn(regulation, Change));
        Assert.Equal(law, history.SuccessorOf(regulation.Name, Change));
    }

    [Fact]
    public void Two_editions_that_replace_each_other_end_in_repeal_not_in_a_circle()
    {
        var one = Edition("1", [("一", "甲")]) with { Replaces = new EditionName("rules", "2") };
        var two = Edition("2", [("一", "甲")]) with { Replaces = new EditionName("rules", "1") };

        Assert.Equal(ClauseStanding.Repealed, new EditionHistory([one, two]).StandingOf(one.Name, "一", Change));
    }

    private static (EditionHistory History, StandardEdition Older, StandardEdition Newer) Replaced()
    {
        var older = Edition("2017", [("一", "甲"), ("二", "乙"), ("三", "丙"), ("四", "丁")]);
        var newer = Edition("2025", [("一", "甲"), ("二", "乙改"), ("五", "丙"), ("六", "新")]) with { Replaces = older.Name, InForceFrom = Change };
        return (new EditionHistory([older, newer]), older, newer);
    }

    [Fact]
    public void A_clause_is_followed_back_through_the_editions_that_it_came_from()
    {
        var first = Edition("1", [("一", "甲"), ("二", "乙")]);
        var second = Edition("2", [("一", "甲"), ("三", "乙")]) with { Replaces = first.Name, InForceFrom = Change };
        var third = Edition("3", [("一", "甲改"), ("三", "乙"), ("四", "新")]) with { Replaces = second.Name, InForceFrom = Change.AddYears(1) };
        var history = new EditionHistory([first, second, third]);

        Assert.Equal([new ClauseName(second.Name, "三"), new ClauseName(first.Name, "二")], history.OriginsOf(third.Name, "三"));
        Assert.Equal([new ClauseName(second.Name, "一"), new ClauseName(first.Name, "一")], history.OriginsOf(third.Name, "一"));
        Assert.Empty(history.OriginsOf(third.Name, "四"));
        Assert.Equal([second.Name, first.Name], history.PredecessorsOf(third.Name));
        Assert.Empty(history.PredecessorsOf(first.Name));
    }

    [Fact]
    public void What_is_known_ahead_changes_on_its_first_day_and_the_day_after_its_last()
    {
        var older = Edition("2017", [("一", "甲")]) with { InForceUntil = Change.AddYears(1) };
        var newer = Edition("2025", [("一", "乙")]) with { Replaces = older.Name, InForceFrom = Change };
        var unverified = Edition("2026", [("一", "丙")]) with { Replaces = newer.Name, InForceFrom = Change.AddDays(3), Status = EditionStatus.ToBeChecked };
        var history = new EditionHistory([older, newer, unverified]);

        Assert.Equal([Change, Change.AddYears(1).AddDays(1)], history.ChangesAfter(Change.AddDays(-1)));
        Assert.Equal([Change.AddYears(1).AddDays(1)], history.ChangesAfter(Change));
        Assert.Empty(history.ChangesAfter(Change.AddYears(1).AddDays(1)));
    }

    private static StandardEdition Edition(string edition, IReadOnlyList<(string Number, string Text)> clauses) => new()
    {
        Slug = "rules",
        Title = "规则",
        Edition = edition,
        Number = "1号",
        Issuer = "某部",
        Issued = new DateOnly(2013, 1, 1),
        Status = EditionStatus.InForce,
        Clauses = [.. clauses.Select(clause => new Clause(clause.Number, null, clause.Text, ClauseSighting.Full))],
    };
}
