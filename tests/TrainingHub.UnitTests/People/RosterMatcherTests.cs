using System.Globalization;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.People.Imports;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.People;

public sealed class RosterMatcherTests
{
    private static readonly DateOnly Today = new(2026, 10, 15);
    private static readonly DateOnly Since = new(2022, 9, 1);
    private static readonly KnownUnit First = Unit("临溪一小"), Second = Unit("临溪镇二小（东校区）"), Reached = Unit("另一学校") with { IsSpokenFor = false };
    private static readonly KnownPosition Teacher = new(Guid.NewGuid(), "教师", ["教师", "老师"], IsOwn: false), Officer = new(Guid.NewGuid(), "专职安全员", ["专职安全员", "安全员"], IsOwn: false);

    [Fact]
    public void Adds_whom_nobody_knows_and_presumes_the_start()
    {
        var plan = Assert.Single(Match([Row(2, "张三", number: "1")]));

        Assert.Equal((RowVerdict.Added, true, PostChange.Add, true, true), (plan.Verdict, plan.IsNewPerson, plan.Change, plan.IsStartPresumed, plan.IsPrimary));
        Assert.Equal(new DateOnly(2026, 9, 1), plan.From);
    }

    [Fact]
    public void Finds_by_staff_number_then_by_phone_and_name()
    {
        var (one, two) = (Person("张三", "1", null, Post(First, Teacher)), Person("李四", null, "13800010426", Post(First, Teacher)));

        var plans = Match([Row(2, "张三", number: "1"), Row(3, "李 四", phone: "13800010426", number: "77")], one, two);

        Assert.Equal((one.Id, RowVerdict.Unchanged), (plans[0].PersonId, plans[0].Verdict));
        Assert.Equal((two.Id, RowVerdict.Changed), (plans[1].PersonId, plans[1].Verdict));
        Assert.Equal(new FieldChange(RosterColumn.StaffNumber, null, "77"), Assert.Single(plans[1].Differences));
    }

    [Fact]
    public void Asks_about_a_namesake_in_the_same_unit_and_obeys_the_answer()
    {
        var known = Person("张三", null, null, Post(First, Teacher));
        var row = Row(2, "张三", phone: "13800010426");

        var asked = Assert.Single(Match([row], known));
        Assert.Equal((RowVerdict.NeedsConfirmation, RowReason.SameName, known.Id), (asked.Verdict, asked.Problem?.Reason, asked.CandidateId));

        var same = Assert.Single(Match([row], [new RowDecision("表一", 2, known.Id)], known));
        Assert.Equal((RowVerdict.Changed, known.Id), (same.Verdict, same.PersonId));

        var other = Assert.Single(Match([row], [new RowDecision("表一", 2, null)], known));
        Assert.Equal((RowVerdict.Added, true), (other.Verdict, other.IsNewPerson));
    }

    [Fact]
    public void Does_not_ask_when_nothing_would_be_written()
    {
        var known = Person("张三", null, null, Post(First, Teacher));

        Assert.Equal(RowVerdict.Unchanged, Assert.Single(Match([Row(2, "张三")], known)).Verdict);
    }

    [Fact]
    public void Moves_a_person_to_another_post_from_the_effective_day()
    {
        var known = Person("张三", "1", null, Post(First, Teacher));

        var plan = Assert.Single(Match([Row(2, "张三", number: "1", position: "安全员")], known));

        Assert.Equal((RowVerdict.Changed, PostChange.Follow, Today, known.Posts[0].Id), (plan.Verdict, plan.Change, plan.From, plan.PostId));
        Assert.Contains(new FieldChange(RosterColumn.Position, "教师", "专职安全员"), plan.Differences);
    }

    [Fact]
    public void Ends_a_post_whose_last_day_the_file_says()
    {
        var known = Person("张三", "1", null, Post(First, Teacher));

        var plan = Assert.Single(Match([Row(2, "张三", number: "1") with { Until = new DateOnly(2026, 8, 31) }], known));

        Assert.Equal((RowVerdict.Ended, PostChange.Correct, new DateOnly(2026, 8, 31)), (plan.Verdict, plan.Change, plan.Until));
    }

    [Fact]
    public void Refuses_a_staff_number_that_stands_twice_unless_they_are_posts_of_one_person()
    {
        var twice = Match([Row(2, "张三", number: "1"), Row(3, "李四", number: "1")]);
        Assert.All(twice, plan => Assert.Equal(RowReason.StaffNumberTwice, plan.Problem?.Reason));

        var posts = Match([Row(2, "张三", number: "1") with { IsPrimary = true }, Row(3, "张三", number: "1", position: "安全员") with { IsPrimary = false }]);
        Assert.All(posts, plan => Assert.Equal(RowVerdict.Added, plan.Verdict));
        Assert.Equal(posts[0].PersonId, posts[1].PersonId);
    }

    [Theory]
    [InlineData("临溪二小东校区", RowReason.UnitUnknown, "临溪镇二小（东校区）")]
    [InlineData("另一学校", RowReason.UnitOutsideImport, "")]
    [InlineData("火星小学", RowReason.UnitUnknown, "")]
    public void Never_guesses_a_unit_but_says_which_may_be_meant(string unit, RowReason reason, string proposal)
    {
        var plan = Assert.Single(Match([Row(2, "张三") with { Unit = unit }]));

        Assert.Equal((reason, proposal), (plan.Problem?.Reason, plan.Problem?.Detail));
    }

    [Theory]
    [InlineData("临溪（第三十二）中学", "临溪区第三十二中学", 0)]
    [InlineData("第三十二中学", "临溪区第三十二中学", 1)]
    [InlineData("临溪32中", "临溪区第三十二中学", 2)]
    [InlineData("三十二中附小", "临溪区第三十二中学附属实验小学（东校区）", 2)]
    [InlineData("滨和路小学", "临溪区滨河路小学", null)]
    [InlineData("临溪区滨和路小学", "临溪区滨河路小学", 3)]
    [InlineData("火星小学", "临溪区滨河路小学", null)]
    [InlineData("小学", "临溪区滨河路小学", null)]
    public void Tells_how_near_two_names_of_units_are(string written, string name, int? distance) =>
        Assert.Equal(distance, RosterWords.UnitDistance(NameFolding.Fold(written), NameFolding.Fold(name)));

    [Fact]
    public void Takes_a_name_for_the_unit_that_a_person_said_it_means()
    {
        var index = new UnitIndex([First, Second, Reached], [new UnitMeaning("二 小", Second.Id), new UnitMeaning("别校", Reached.Id)], Today);

        Assert.Equal(Second, index.Find("二小", Day.Open).Unit);
        Assert.Equal(RowReason.UnitUnknown, index.Find("别校", Day.Open).Problem?.Reason);
    }

    [Fact]
    public void Proposes_the_unit_that_bore_a_name_before()
    {
        var renamed = Unit("临溪实验学校") with { FormerNames = [NameFolding.Fold("红旗（镇）小学")] };
        var index = new UnitIndex([First, renamed], [], Today);

        Assert.Equal((RowReason.UnitUnknown, "临溪实验学校"), (index.Find("红旗(镇)小学", Day.Open).Problem?.Reason, index.Find("红旗(镇)小学", Day.Open).Problem?.Detail));
        Assert.Equal(renamed, new UnitIndex([First, renamed], [new UnitMeaning("红旗(镇)小学", renamed.Id)], Today).Find("红旗（镇）小学", Day.Open).Unit);
    }

    [Fact]
    public void Proposes_the_successor_of_a_merged_unit_and_leaves_it_the_posts_that_ended_there()
    {
        var merged = Unit("东河小学") with { Until = Today.AddDays(-1), SuccessorId = First.Id };
        var before = Unit("更早的小学") with { Until = Today.AddYears(-1), SuccessorId = merged.Id };
        var index = new UnitIndex([First, merged, before], [], Today);
        var answered = new UnitIndex([First, merged, before], [new UnitMeaning("东河小学", First.Id)], Today);

        Assert.Equal((RowReason.UnitClosed, First.Name), (index.Find("东河小学", Day.Open).Problem?.Reason, index.Find("东河小学", Day.Open).Problem?.Detail));
        Assert.Equal([First], index.Propose("更早的小学"));
        Assert.Equal(merged, index.Find("东河小学", Today.AddDays(-1)).Unit);
        Assert.Equal(First, answered.Find("东河小学", Day.Open).Unit);
        Assert.Equal(merged, answered.Find("东河小学", Today.AddMonths(-1)).Unit);
    }

    [Fact]
    public void Ends_the_post_of_who_has_left_once_and_has_nothing_to_write_of_strangers_who_have()
    {
        var known = Person("张三", "1", null, Post(First, Teacher));
        var gone = Person("李四", "2", null, Post(First, Teacher) with { Until = Today.AddMonths(-2) });

        var plans = Match([Row(2, "张三", number: "1") with { Status = LeaveKind.Retirement }, Row(3, "李四", number: "2") with { Status = LeaveKind.Resignation },
            Row(4, "王五", number: "3") with { Status = LeaveKind.Retirement }], known, gone);

        Assert.Equal((RowVerdict.Ended, Today.AddDays(-1)), (plans[0].Verdict, plans[0].Until));
        Assert.Contains(new FieldChange(RosterColumn.Status, null, "Retirement"), plans[0].Differences);
        Assert.Equal((RowVerdict.Unchanged, PostChange.None), (plans[1].Verdict, plans[1].Change));
        Assert.Equal((RowVerdict.Refused, RowReason.HasLeft), (plans[2].Verdict, plans[2].Problem?.Reason));
    }

    [Fact]
    public void Adds_a_post_that_is_over_beside_the_one_held_today()
    {
        var known = Person("张三", "1", null, Post(First, Officer));

        var plan = Assert.Single(Match([Row(2, "张三", number: "1") with { From = new(2015, 9, 1), Until = new(2019, 8, 31) }], known));

        Assert.Equal((RowVerdict.Added, PostChange.Add, false), (plan.Verdict, plan.Change, plan.IsPrimary));
    }

    [Fact]
    public void Writes_ends_before_changes_before_new_posts_and_what_gives_way_first()
    {
        RowPlan Plan(RowVerdict verdict, params FieldChange[] differences) => new() { Verdict = verdict, Differences = differences };
        RowPlan[] plans =
        [
            Plan(RowVerdict.Added), Plan(RowVerdict.Refused), Plan(RowVerdict.Changed), Plan(RowVerdict.Changed, new FieldChange(RosterColumn.IsPrimary, "True", "False")),
            Plan(RowVerdict.Ended), Plan(RowVerdict.Unchanged),
        ];

        Assert.Equal([plans[4], plans[3], plans[2], plans[0], plans[1], plans[5]], RowPlan.InWritingOrder(plans));
    }

    [Fact]
    public void Proposes_posts_for_one_that_the_catalogue_lacks()
    {
        var plan = Assert.Single(Match([Row(2, "张三", position: "安全员兼电工")]));

        Assert.Equal((RowReason.PositionUnknown, "专职安全员"), (plan.Problem?.Reason, plan.Problem?.Detail));
    }

    [Fact]
    public void Says_of_somebody_out_of_reach_only_that_there_is_somebody()
    {
        var stranger = Person("张三", "1", "13900000000", Post(First, Teacher) with { OrganizationId = Guid.NewGuid(), Place = PostPlace.Elsewhere });

        foreach (var name in new[] { "张三", "李四" })
        {
            var plan = Assert.Single(Match([Row(2, name, number: "1", phone: "13800010426")], stranger));
            Assert.Equal((RowVerdict.Refused, RowReason.RegisteredElsewhere, ""), (plan.Verdict, plan.Problem?.Reason, plan.Problem?.Detail));
            Assert.Equal(name, plan.PersonName);
            Assert.Empty(plan.Differences);
        }
    }

    [Fact]
    public void Two_people_of_whom_one_is_out_of_reach_have_a_reason_of_their_own()
    {
        var here = Person("张三", null, "13800010426", Post(First, Teacher));
        var stranger = Person("李四", "1", null, Post(First, Teacher) with { OrganizationId = Guid.NewGuid(), Place = PostPlace.Elsewhere });

        var plan = Assert.Single(Match([Row(2, "张三", number: "1", phone: "13800010426")], here, stranger));

        // No transfer can be asked, for it is not clear of whom: so it must not read as if one could.
        Assert.Equal((RowVerdict.Refused, RowReason.NumbersDisagreeElsewhere, null), (plan.Verdict, plan.Problem?.Reason, plan.PersonId));
    }

    [Fact]
    public void Ends_absent_people_of_a_full_list_but_nobody_whom_a_refused_row_may_mean()
    {
        var (stays, leaves, doubtful, later) = (
            Person("张三", "1", null, Post(First, Teacher)), Person("李四", "2", null, Post(Second, Teacher)),
            Person("王五", "3", null, Post(First, Teacher)), Person("赵六", "4", null, Post(First, Teacher) with { From = Today }));

        var plans = Match(ImportMode.Full, [Row(2, "张三", number: "1"), Row(3, "王五", number: "3", position: "电工")], [], stays, leaves, doubtful, later);

        var absent = plans.Where(plan => plan.Row is null).ToList();
        Assert.Equal([leaves.Id, later.Id], absent.Select(plan => plan.PersonId ?? Guid.Empty));
        Assert.Equal((PostChange.Correct, Today.AddDays(-1)), (absent[0].Change, absent[0].Until));
        Assert.Equal(PostChange.Withdraw, absent[1].Change);
    }

    [Fact]
    public void Has_one_verdict_for_every_row()
    {
        var known = Person("张三", "1", null, Post(First, Teacher));
        RosterRow[] rows = [Row(2, "张三", number: "1"), Row(3, "李四"), Row(4, "李四"), Row(5, "赵六", position: "电工"), Row(6, "钱七", number: "9")];

        Assert.Equal(rows.Length, Match(rows, known).Count(plan => plan.Row is not null));
    }

    [Fact]
    public void Adds_changes_and_ends_leave_and_finds_nothing_to_do_the_second_time()
    {
        var (away, back, same) = (Days(LeaveKind.MaternityLeave, "2026-09-01", "2027-02-28"), Days(LeaveKind.LongSickLeave, "2026-09-01", "2026-12-31"), Days(LeaveKind.Secondment, "2026-09-01", "9999-12-31"));
        var one = Person("张三", "1", null, Post(First, Teacher));
        var two = Person("李四", "2", null, Post(First, Teacher)) with { Leaves = [away] };
        var three = Person("王五", "3", null, Post(First, Teacher)) with { Leaves = [back] };
        var four = Person("赵六", "4", null, Post(First, Teacher)) with { Leaves = [same] };
        RosterRow[] rows =
        [
            Row(2, "张三", number: "1") with { Leaves = [Said(LeaveKind.MaternityLeave, "2026-10-01", "2027-03-31")] },
            Row(3, "李四", number: "2") with { Leaves = [Said(null, "2026-09-01", "2027-03-31")] },
            Row(4, "王五", number: "3") with { Leaves = [Said(LeaveKind.LongSickLeave, "2026-09-01", "2026-10-31")] },
            Row(5, "赵六", number: "4") with { Leaves = [Said(LeaveKind.Secondment, "2026-09-01", null)] },
        ];

        var plans = Match(rows, one, two, three, four);

        Assert.Equal([RowVerdict.Changed, RowVerdict.Changed, RowVerdict.Changed, RowVerdict.Unchanged], plans.Select(plan => plan.Verdict));
        Assert.All(plans, plan => Assert.Equal(PostChange.None, plan.Change));
        Assert.Equal(new FieldChange(RosterColumn.Leave, null, "MaternityLeave 2026-10-01 2027-03-31"), Assert.Single(plans[0].Differences));
        Assert.Equal(new FieldChange(RosterColumn.Leave, away.Written(), "MaternityLeave 2026-09-01 2027-03-31"), Assert.Single(plans[1].Differences));
        Assert.Equal(new FieldChange(RosterColumn.LeaveUntil, back.Written(), "LongSickLeave 2026-09-01 2026-10-31"), Assert.Single(plans[2].Differences));

        KnownPerson[] written = [.. new[] { one, two, three }.Select((person, at) => person with { Leaves = [LeaveDays.Read(plans[at].Differences[0].New!)] }), four];
        Assert.All(Match(rows, written), plan => Assert.Equal(RowVerdict.Unchanged, plan.Verdict));
    }

    [Fact]
    public void Says_of_two_rows_of_one_person_the_same_leave_once_and_refuses_what_they_contradict()
    {
        var known = Person("张三", "1", null, Post(First, Teacher));
        var (main, second) = (Row(2, "张三", number: "1") with { IsPrimary = true, Leaves = [Said(LeaveKind.Other, "2026-10-01", "2026-10-31")] }, Row(3, "张三", "安全员", number: "1") with { IsPrimary = false });

        var agreed = Match([main, second with { Leaves = main.Leaves }], known);
        var contradicting = Match([main, second with { Leaves = [Said(LeaveKind.Other, "2026-10-01", "2026-11-30")] }], known);

        Assert.Equal([1, 0], agreed.Select(plan => plan.Differences.Count(difference => difference.Column == RosterColumn.Leave)));
        Assert.Equal((RowVerdict.Refused, RowReason.LeaveOverlaps), (contradicting[1].Verdict, contradicting[1].Problem?.Reason));
    }

    [Fact]
    public void Refuses_leave_on_days_of_other_leave_or_before_the_post()
    {
        var known = Person("张三", "1", null, Post(First, Teacher)) with { Leaves = [Days(LeaveKind.MaternityLeave, "2026-09-01", "2027-02-28")] };

        var overlapping = Assert.Single(Match([Row(2, "张三", number: "1") with { Leaves = [Said(LeaveKind.LongSickLeave, "2026-10-01", "2026-12-31")] }], known));
        var early = Assert.Single(Match([Row(2, "张三", number: "1") with { Leaves = [Said(LeaveKind.LongSickLeave, "2022-08-31", "2022-10-01")] }], known));
        var fresh = Assert.Single(Match([Row(2, "李四", number: "2") with { Leaves = [Said(LeaveKind.MaternityLeave, "2026-09-15", "2027-02-28")] }]));

        Assert.Equal((RowReason.LeaveOverlaps, known.Leaves[0].Written()), (overlapping.Problem?.Reason, overlapping.Problem?.Detail));
        Assert.Equal(RowReason.LeaveWithoutPost, early.Problem?.Reason);
        Assert.Equal((RowVerdict.Added, 1), (fresh.Verdict, fresh.Differences.Count));
    }

    [Fact]
    public void Ends_leave_with_the_last_post()
    {
        var known = Person("张三", "1", null, Post(First, Teacher) with { Until = new DateOnly(2026, 10, 14) }) with { Leaves = [Days(LeaveKind.LongSickLeave, "2026-09-01", "2026-10-14")] };
        var row = Row(2, "张三", number: "1") with { Until = new DateOnly(2026, 10, 14), Leaves = [Said(LeaveKind.LongSickLeave, "2026-09-01", "9999-12-31")] };

        Assert.Equal(RowVerdict.Unchanged, Assert.Single(Match([row], known)).Verdict);
    }

    [Fact]
    public void Says_everything_that_is_wrong_with_a_row()
    {
        var row = Row(2, "张三", position: "电工", number: "1") with { Unit = "火星小学", Problems = [new RowProblem(RowReason.PhoneUnreadable, RosterColumn.Phone, "1380013")] };

        var plans = Match([row, Row(3, "李四", number: "1")]);

        Assert.Equal([RowReason.PhoneUnreadable, RowReason.UnitUnknown, RowReason.PositionUnknown, RowReason.StaffNumberTwice], plans[0].Problems.Select(problem => problem.Reason));
        Assert.Equal([RowReason.StaffNumberTwice], plans[1].Problems.Select(problem => problem.Reason));
    }

    [Fact]
    public void Counts_each_unknown_word_once_and_takes_what_a_person_said_of_it()
    {
        var unknown = new RowProblem(RowReason.EmploymentUnknown, RosterColumn.Employment, "编外人员");
        RosterRow[] rows = [Row(2, "张三", "安保", number: "1"), Row(3, "李四", "安 保", number: "2") with { Problems = [unknown] }, Row(4, "王五", "门卫", number: "3"), Row(5, "赵六", "教师", number: "4") with { Problems = [unknown] }];

        Assert.Equal(
            [new UnclearWord(RosterColumn.Position, "安保", 2), new UnclearWord(RosterColumn.Position, "门卫", 1), new UnclearWord(RosterColumn.Employment, "编外人员", 2)],
            UnclearWord.Of(Match(rows)).OrderBy(word => word.Column).ThenByDescending(word => word.Rows));

        var plans = new RosterMatcher(
            new ImportTerms(Today, new DateOnly(2026, 9, 1), ImportMode.Incremental), [First], [Teacher, Officer], [], [], [],
            [
                Wording(RosterColumn.Position, "安保", new WordMeaning(Officer.Id, null, IsLeftOut: false)), Wording(RosterColumn.Position, "门卫", WordMeaning.LeftOut),
                Wording(RosterColumn.Position, "教师", WordMeaning.LeftOut), Wording(RosterColumn.Employment, "编外人员", new WordMeaning(null, Employment.Contract, IsLeftOut: false)),
            ], Guid.NewGuid).Match(rows);

        Assert.Equal([RowVerdict.Added, RowVerdict.Added, RowVerdict.Refused, RowVerdict.Added], plans.Select(plan => plan.Verdict));
        Assert.Equal((Officer.Id, Officer.Id, Employment.Contract), (plans[0].PositionId, plans[1].PositionId, plans[1].Employment));
        // What the catalogue knows stays what it is; a row that is left out has no other fault.
        Assert.Equal((Teacher.Id, Employment.Contract), (plans[3].PositionId, plans[3].Employment));
        Assert.Equal([RowReason.LeftOut], plans[2].Problems.Select(problem => problem.Reason));
    }

    [Theory]
    [InlineData("编外人员", Employment.Contract)]
    [InlineData("非编教师", Employment.Contract)]
    [InlineData("购买服务", Employment.Outsourced)]
    [InlineData("县管在编", Employment.Established)]
    [InlineData("志愿者", null)]
    public void Proposes_a_kind_of_employment(string word, Employment? employment) => Assert.Equal(employment, RosterWords.ProposeEmployment(word));

    [Fact]
    public void Asks_whether_two_rows_of_a_name_are_two_people_or_one_with_two_posts()
    {
        RosterRow[] rows = [Row(2, "张三"), Row(3, "张　三", position: "安全员") with { Unit = Second.Name }];

        var asked = Match(rows);
        Assert.Equal((RowVerdict.Added, RowVerdict.NeedsConfirmation, RowReason.SameNameInFile, "2（临溪一小，教师）"), (asked[0].Verdict, asked[1].Verdict, asked[1].Problem?.Reason, asked[1].Problem?.Detail));

        var two = Match(rows, [new RowDecision("表一", 3, null) { IsAboutFile = true }]);
        Assert.All(two, plan => Assert.Equal((RowVerdict.Added, true), (plan.Verdict, plan.IsPrimary)));
        Assert.NotEqual(two[0].PersonId, two[1].PersonId);

        var one = Match(rows, [new RowDecision("表一", 3, null) { IsAboutFile = true, IsSecondPost = true }]);
        Assert.Equal((one[0].PersonId, RowVerdict.Added, true, false), (one[1].PersonId, one[1].Verdict, one[0].IsPrimary, one[1].IsPrimary));
    }

    [Fact]
    public void Gives_both_rows_of_a_new_human_the_numbers_that_one_of_them_says()
    {
        RosterRow[] rows = [Row(2, "张三"), Row(3, "张三", number: "7", phone: "13800010426", position: "安全员")];

        var plans = Match(rows, [new RowDecision("表一", 3, null) { IsAboutFile = true, IsSecondPost = true }]);

        Assert.Equal(plans[0].PersonId, plans[1].PersonId);
        Assert.All(plans, plan => Assert.Equal(("7", "13800010426"), (plan.Row?.StaffNumber, plan.Row?.Phone)));
    }

    [Fact]
    public void Refuses_a_second_post_where_several_namesakes_of_the_file_could_hold_it()
    {
        RosterRow[] rows = [Row(2, "张三"), Row(3, "张三"), Row(4, "张三", position: "安全员")];
        RowDecision[] decisions = [new RowDecision("表一", 3, null) { IsAboutFile = true }, new RowDecision("表一", 4, null) { IsAboutFile = true, IsSecondPost = true }];

        var plans = Match(rows, decisions);

        Assert.Equal([RowVerdict.Added, RowVerdict.Added, RowVerdict.Refused], plans.Select(plan => plan.Verdict));
        Assert.Equal((RowReason.SeveralNamesakesInFile, "2、3"), (plans[2].Problem?.Reason, plans[2].Problem?.Detail));
    }

    [Fact]
    public void Lets_numbers_decide_about_namesakes_of_a_file()
    {
        var plans = Match([Row(2, "张三", number: "1"), Row(3, "张三", number: "2"), Row(4, "李四", phone: "13800010426"), Row(5, "李四", phone: "13800010427", number: "9"), Row(6, "张三", phone: "13800010428")]);

        Assert.Equal([RowVerdict.Added, RowVerdict.Added, RowVerdict.Added, RowVerdict.Added, RowVerdict.NeedsConfirmation], plans.Select(plan => plan.Verdict));
        Assert.Equal(4, plans.Take(4).Select(plan => plan.PersonId).Distinct().Count());
    }

    [Fact]
    public void Finds_two_posts_of_one_namesake_or_two_namesakes_again_without_asking()
    {
        var both = Person("张三", null, null, Post(First, Teacher), Post(Second, Officer) with { IsPrimary = false });
        var (one, two) = (Person("李四", null, null, Post(First, Teacher)), Person("李四", null, null, Post(First, Teacher)));

        var plans = Match([Row(2, "张三"), Row(3, "张三", position: "安全员") with { Unit = Second.Name }, Row(4, "李四"), Row(5, "李四")], both, one, two);

        Assert.All(plans, plan => Assert.Equal(RowVerdict.Unchanged, plan.Verdict));
        Assert.Equal([both.Id, both.Id, one.Id, two.Id], plans.Select(plan => plan.PersonId ?? Guid.Empty));
    }

    [Fact]
    public void Asks_which_of_two_posts_of_one_number_is_the_main_one()
    {
        RosterRow[] rows = [Row(2, "张三", number: "1"), Row(3, "张三", number: "1", position: "安全员")];

        var asked = Match(rows);
        Assert.Equal((RowVerdict.Added, RowVerdict.NeedsConfirmation, RowReason.PostsOfOne, "2"), (asked[0].Verdict, asked[1].Verdict, asked[1].Problem?.Reason, asked[1].Problem?.Detail));

        var second = Match(rows, [new RowDecision("表一", 3, null) { IsAboutFile = true, IsSecondPost = true }]);
        Assert.Equal((true, false, second[0].PersonId), (second[0].IsPrimary, second[1].IsPrimary, second[1].PersonId));
        var main = Match(rows, [new RowDecision("表一", 3, null) { IsAboutFile = true }]);
        Assert.Equal((false, true), (main[0].IsPrimary, main[1].IsPrimary));

        // Where the roster knows the main post, nobody is asked; and a row that waits keeps the post it may mean.
        var known = Person("张三", "1", null, Post(First, Teacher));
        var added = Match(rows, known);
        Assert.Equal((RowVerdict.Unchanged, RowVerdict.Added, false), (added[0].Verdict, added[1].Verdict, added[1].IsPrimary));
    }

    [Fact]
    public void Asks_whether_a_namesake_of_another_unit_comes_from_there_or_takes_a_second_post()
    {
        var known = Person("张三", null, null, Post(Second, Teacher));
        var row = Row(2, "张三", position: "安全员", phone: "13800010426");

        var asked = Assert.Single(Match([row], known));
        Assert.Equal((RowVerdict.NeedsConfirmation, RowReason.SameNameElsewhere, known.Id), (asked.Verdict, asked.Problem?.Reason, asked.CandidateId));

        var moved = Assert.Single(Match([row], [new RowDecision("表一", 2, known.Id)], known));
        Assert.Equal((RowVerdict.Changed, known.Posts[0].Id), (moved.Verdict, moved.PostId));
        var second = Assert.Single(Match([row], [new RowDecision("表一", 2, known.Id) { IsSecondPost = true }], known));
        Assert.Equal((RowVerdict.Added, known.Id, false, PostChange.Add), (second.Verdict, second.PersonId, second.IsPrimary, second.Change));
        var other = Assert.Single(Match([row], [new RowDecision("表一", 2, null)], known));
        Assert.Equal((RowVerdict.Added, true), (other.Verdict, other.IsNewPerson));

        // Another telephone number at another unit is somebody else; a unit out of the import is left to a request.
        Assert.Equal(RowVerdict.Added, Assert.Single(Match([row], known with { Phone = "13800010427" })).Verdict);
        var near = Person("张三", null, null, Post(Reached, Teacher) with { Place = PostPlace.Reached });
        Assert.Equal(RowReason.RegisteredElsewhere, Assert.Single(Match([row], [new RowDecision("表一", 2, near.Id)], near)).Problem?.Reason);
    }

    private static LeaveDays Days(LeaveKind kind, string from, string until) => LeaveDays.Read($"{kind} {from} {until}");

    private static RosterLeave Said(LeaveKind? kind, string from, string? until) =>
        new(kind, DateOnly.Parse(from, CultureInfo.InvariantCulture), until is null ? null : DateOnly.Parse(until, CultureInfo.InvariantCulture), RosterColumn.LeaveFrom);

    private static KnownUnit Unit(string name) => new(Guid.NewGuid(), Guid.NewGuid().ToString("N")[..8].ToUpperInvariant(), name, NameFolding.Fold(name), IsSpokenFor: true);

    private static KnownPost Post(KnownUnit unit, KnownPosition position) =>
        new(Guid.NewGuid(), unit.Id, position.Id, Since, Day.Open, Employment.Established, IsPrimary: true, IsStartPresumed: false, PostPlace.Spoken);

    private static KnownPerson Person(string name, string? number, string? phone, params KnownPost[] posts) => new(Guid.NewGuid(), name, NameFolding.Fold(name), number, phone, posts);

    private static RosterRow Row(int row, string name, string position = "教师", string? phone = null, string? number = null) => new()
    {
        Sheet = "表一",
        Number = row,
        Name = name,
        Unit = First.Name,
        Position = position,
        Phone = phone,
        StaffNumber = number,
        Letters = new Dictionary<RosterColumn, string>(),
        Typed = new Dictionary<RosterColumn, string>(),
    };

    private static IReadOnlyList<RowPlan> Match(RosterRow[] rows, params KnownPerson[] people) => Match(ImportMode.Incremental, rows, [], people);

    private static IReadOnlyList<RowPlan> Match(RosterRow[] rows, RowDecision[] decisions, params KnownPerson[] people) => Match(ImportMode.Incremental, rows, decisions, people);

    private static IReadOnlyList<RowPlan> Match(ImportMode mode, RosterRow[] rows, RowDecision[] decisions, params KnownPerson[] people) =>
        new RosterMatcher(new ImportTerms(Today, new DateOnly(2026, 9, 1), mode), [First, Second, Reached], [Teacher, Officer], people, decisions, [], [], Guid.NewGuid).Match(rows);

    private static RosterWording Wording(RosterColumn column, string word, WordMeaning meaning) => new()
    {
        OrganizationId = Guid.NewGuid(),
        Column = column,
        Word = word,
        Folded = NameFolding.Fold(word),
        PositionId = meaning.PositionId,
        Employment = meaning.Employment,
        IsLeftOut = meaning.IsLeftOut,
        SetAt = DateTime.UnixEpoch,
        SetBy = Guid.NewGuid(),
    };
}
