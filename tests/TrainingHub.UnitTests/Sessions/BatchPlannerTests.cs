using TrainingHub.Sessions;
using TrainingHub.Sessions.Plans;

namespace TrainingHub.UnitTests.Sessions;

/// <summary>Who is proposed for which batch.</summary>
public sealed class BatchPlannerTests
{
    private static readonly DateOnly CutOff = new(2026, 12, 10);
    private static readonly Guid School = Id(1), Other = Id(2);

    [Fact]
    public void Two_leaders_of_one_school_go_to_different_batches_and_each_is_told_why()
    {
        PlanPerson[] people = [Person(10, School, isLeader: true), Person(11, School, isLeader: true), Person(12, Other, isLeader: true)];

        var proposal = Propose(people, [Batch(1, 5, 10), Batch(2, 12, 10)]);

        Assert.Equal([(Id(10), 1), (Id(12), 1), (Id(11), 2)], proposal.Placed.Select(one => (one.PersonId, one.Batch)));
        Assert.Equal([PlaceReason.Earliest, PlaceReason.Earliest, PlaceReason.LeaderApart], proposal.Placed.Select(one => one.Reason));
        Assert.Equal(1, proposal.Placed[2].OtherBatch);
        Assert.Empty(proposal.Left);
    }

    [Fact]
    public void Batches_of_one_day_count_as_one_for_the_school()
    {
        PlanPerson[] people = [Person(10, School, isLeader: true), Person(11, School, isLeader: true)];

        var proposal = Propose(people, [Batch(1, 5, 10), Batch(2, 5, 10)]);

        Assert.Equal([PlaceRefusal.LeaderThere], Assert.Single(proposal.Left).Refusals);
    }

    [Fact]
    public void A_school_is_spread_over_the_batches_and_its_share_is_never_exceeded()
    {
        PlanPerson[] people = [.. Enumerable.Range(10, 6).Select(number => Person(number, School))];
        var rules = Rules(share: 25, staff: 8);

        var proposal = BatchPlanner.Propose(people, [Batch(1, 5, 10), Batch(2, 12, 10)], rules);

        Assert.Equal([2, 2], proposal.Placed.GroupBy(one => one.Batch).Select(group => group.Count()));
        Assert.Equal(2, proposal.Left.Count);
        Assert.All(proposal.Left, one => Assert.Equal([PlaceRefusal.ShareReached], one.Refusals));
        Assert.Equal(1, rules.MostOf(Other, 1));
    }

    [Fact]
    public void Whose_post_ends_first_goes_first_and_never_after_its_end()
    {
        PlanPerson[] people = [Person(10, School), Person(11, Other) with { Deadline = Day(6) }, Person(12, Id(3)) with { Deadline = Day(4) }];

        var proposal = Propose(people, [Batch(1, 5, 1), Batch(2, 12, 1)]);

        Assert.Equal([(Id(11), 1, PlaceReason.PostEnds), (Id(10), 2, PlaceReason.EarlierFull)], proposal.Placed.Select(one => (one.PersonId, one.Batch, one.Reason)));
        Assert.Equal([PlaceRefusal.TooLate], Assert.Single(proposal.Left).Refusals);
    }

    [Fact]
    public void Who_was_called_stays_and_pins_hold_unless_they_break_a_rule_which_is_told()
    {
        PlanPerson[] people =
        [
            Person(10, School, isLeader: true) with { CalledTo = 2 },
            Person(11, School, isLeader: true) with { Pin = 2 },
            Person(12, Other) with { Pin = 2 },
            Person(13, Id(3)) with { Pin = 9 },
            Person(14, Id(4)) with { Pin = 1, CalledTo = 2 },
            Person(15, Id(5)) with { Pin = 1, KeptOut = [1] },
            Person(16, Id(6)) with { KeptOut = [1] },
            Person(17, Id(7)) with { IsCalledElsewhere = true },
            Person(18, Id(8)) with { Declined = [1, 2] },
        ];

        var proposal = Propose(people, [Batch(1, 5, 10), Batch(2, 12, 4)]);

        Assert.Equal([(Id(10), PlaceReason.Called), (Id(12), PlaceReason.Pinned), (Id(14), PlaceReason.Called), (Id(16), PlaceReason.EarlierShut)], proposal.Placed.Select(one => (one.PersonId, one.Reason)));
        Assert.All(proposal.Placed, one => Assert.Equal(2, one.Batch));
        Assert.Equal(
            [(Id(14), 1, PlaceRefusal.CalledElsewhere), (Id(15), 1, PlaceRefusal.KeptOut), (Id(11), 2, PlaceRefusal.LeaderThere), (Id(13), 9, PlaceRefusal.NoBatch)],
            proposal.Faults.Select(fault => (fault.PersonId, fault.Batch, fault.Broken)));
        Assert.All(proposal.Faults, fault => Assert.True(fault.IsPin));
        Assert.Equal([Id(11), Id(13), Id(15), Id(17), Id(18)], proposal.Left.Select(one => one.PersonId));
        Assert.Equal([PlaceRefusal.Declined], proposal.Left[4].Refusals);
    }

    [Fact]
    public void Leaders_who_were_called_together_are_told_and_stay()
    {
        PlanPerson[] people = [Person(10, School, isLeader: true) with { CalledTo = 1 }, Person(11, School, isLeader: true) with { CalledTo = 1 }];

        var proposal = Propose(people, [Batch(1, 5, 1)]);

        Assert.Equal(2, proposal.Placed.Count);
        Assert.Equal(new PlanFault(Id(11), 1, PlaceRefusal.LeaderThere, IsPin: false), Assert.Single(proposal.Faults));
    }

    [Fact]
    public void Others_make_room_for_who_can_go_nowhere_else()
    {
        // The third finds the first two where they could go: the first moves to the seat of the second, who moves on.
        PlanPerson[] people = [Person(10, School) with { KeptOut = [3] }, Person(11, Other) with { KeptOut = [1] }, Person(12, Id(3)) with { KeptOut = [3] }];

        var proposal = Propose(people, [Batch(1, 5, 1), Batch(2, 12, 1), Batch(3, 19, 1)]);
        var leaders = Propose([Person(10, School, isLeader: true), Person(11, School, isLeader: true) with { KeptOut = [2], Deadline = CutOff.AddDays(1) }, Person(12, Other) with { KeptOut = [1] }], [Batch(1, 5, 2), Batch(2, 12, 2)]);

        Assert.Empty(proposal.Left);
        Assert.Empty(leaders.Left);
    }

    [Fact]
    public void Nobody_goes_where_there_is_no_batch_or_it_has_begun()
    {
        Assert.Equal([PlaceRefusal.NoBatch], Assert.Single(Propose([Person(10, School)], []).Left).Refusals);
        Assert.Equal([PlaceRefusal.Over], Assert.Single(Propose([Person(10, School)], [Batch(1, 5, 9) with { IsOpen = false }]).Left).Refusals);
        Assert.Equal([PlaceRefusal.Full], Assert.Single(Propose([Person(10, School)], [Batch(1, 5, 3) with { Guests = 3 }]).Left).Refusals);
        Assert.Empty(Propose([], [Batch(1, 5, 9)]).Placed);
    }

    /// <summary>Whatever people, batches and pins there are, every rule holds, and nobody is left over who could be placed.</summary>
    [Fact]
    public void Any_plan_keeps_the_rules_and_leaves_nobody_over_who_fits()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var (people, batches, rules) = World(random);

            var proposal = BatchPlanner.Propose(people, batches, rules);
            var again = BatchPlanner.Propose(people.OrderBy(_ => random.Next()).ToList(), batches.OrderBy(_ => random.Next()).ToList(), rules);

            Assert.Equivalent(proposal, again, strict: true);
            Assert.Equal(people.Select(person => person.Id).Order(), proposal.Placed.Select(one => one.PersonId).Concat(proposal.Left.Select(one => one.PersonId)).Order());
            Assert.All(proposal.Left, one => Assert.NotEmpty(one.Refusals));
            var seated = people.Join(proposal.Placed, person => person.Id, one => one.PersonId, (person, one) => (Person: person, Batch: batches.Single(batch => batch.Number == one.Batch), one.Reason)).ToList();
            AssertSound(seed, seated, batches, rules);
            foreach (var person in people.Where(person => person.Pin is not null && person.CalledTo is null))
            {
                Assert.True(
                    seated.Exists(one => one.Person.Id == person.Id && one.Batch.Number == person.Pin)
                    || (!seated.Exists(one => one.Person.Id == person.Id) && proposal.Faults.Any(fault => fault.PersonId == person.Id && fault.IsPin && fault.Batch == person.Pin)), $"seed {seed}");
            }

            foreach (var person in people.Where(person => person is { Pin: null, IsCalledElsewhere: false } && proposal.Left.Any(one => one.PersonId == person.Id)))
            {
                Assert.DoesNotContain(batches, batch => Fits(person, batch, seated, rules));
            }
        }
    }

    /// <summary>Where seats and dates alone decide, as many are placed as can be.</summary>
    [Fact]
    public void Where_everybody_can_be_placed_everybody_is()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            PlanBatch[] batches = [.. Enumerable.Range(1, random.Next(2, 6)).Select(number => Batch(number, 3 * number, random.Next(1, 4)))];
            // One for each seat, who can go there and perhaps to some others.
            PlanPerson[] people = [.. batches.SelectMany(batch => Enumerable.Repeat(batch.Number, batch.Seats)).Select((number, at) =>
                Person(100 + at, Id(500 + at)) with { KeptOut = [.. batches.Select(batch => batch.Number).Where(other => other != number && random.Next(2) == 0)] })];

            Assert.Empty(Propose(people, batches).Left);
        }
    }

    [Fact]
    public void Twenty_thousand_people_are_placed()
    {
        var random = new Random(5);
        PlanBatch[] batches = [.. Enumerable.Range(1, 60).Select(number => Batch(number, number, 320))];
        PlanPerson[] people = [.. Enumerable.Range(0, 20_000).Select(number => Person(10_000 + number, Id(number / 4), isLeader: number % 4 < 3) with { KeptOut = random.Next(10) == 0 ? [random.Next(1, 61)] : [] })];

        var proposal = Propose(people, batches);

        Assert.Equal(19_200, proposal.Placed.Count);
        Assert.Equal(800, proposal.Left.Count);
    }

    [Fact]
    public void Whom_another_plan_proposes_gets_a_place_only_by_a_pin()
    {
        PlanPerson[] people = [Person(10, School) with { IsInDraft = true }, Person(11, Other) with { IsInDraft = true, Pin = 1 }];

        var proposal = Propose(people, [Batch(1, 5, 10)]);

        Assert.Equal([PlaceRefusal.InDraft], Assert.Single(proposal.Left).Refusals);
        Assert.Equal((Id(11), PlaceReason.Pinned), (Assert.Single(proposal.Placed).PersonId, proposal.Placed[0].Reason));
    }

    [Fact]
    public void A_batch_to_be_made_follows_the_session_of_the_plan_on_its_own_day()
    {
        var batch = new PlannedBatch { PlanId = Id(1), Number = 2, Day = Day(20), HasMorning = true, Place = "礼堂", Seats = 30 };
        var like = new SessionTerms
        {
            Title = "案例培训",
            Kind = SessionKind.Case,
            Place = "旧址",
            Seats = 9,
            HoursPerHalfDay = 3,
            HalfDaysNeeded = 2,
            Minutes = "第一期的记录",
            HalfDays = [new HalfDay(Day(5), HalfOfDay.Morning, new TimeOnly(9, 0), new TimeOnly(12, 0)), new HalfDay(Day(5), HalfOfDay.Afternoon, new TimeOnly(13, 0), new TimeOnly(16, 0))],
        };

        var terms = batch.Terms(like, "方案", Id(7));
        var alone = batch.Terms(null, "方案", Id(7));

        Assert.Equal(("案例培训", "礼堂", 30, 3, 1, ""), (terms.Title, terms.Place, terms.Seats, terms.HoursPerHalfDay, terms.HalfDaysNeeded, terms.Minutes));
        Assert.Equal(new HalfDay(Day(20), HalfOfDay.Morning, new TimeOnly(9, 0), new TimeOnly(12, 0)), Assert.Single(terms.HalfDays));
        Assert.Equal(("方案", Id(7)), (alone.Title, alone.ProgrammeId));
        Assert.Empty(alone.Faults(null));
        Assert.Empty(terms.Faults(null));
    }

    private static (List<PlanPerson> People, List<PlanBatch> Batches, PlanRules Rules) World(Random random)
    {
        List<PlanBatch> batches = [.. Enumerable.Range(1, random.Next(0, 6)).Select(number => Batch(number, random.Next(1, 12), random.Next(1, 7)) with
        {
            Guests = random.Next(3) == 0 ? 1 : 0,
            IsOpen = random.Next(8) > 0,
            Days = [Day(random.Next(1, 12)), Day(random.Next(12, 16))],
        })];
        int? Any() => batches.Count > 0 && random.Next(8) == 0 ? random.Next(1, batches.Count + 1) : null;
        List<PlanPerson> people = [.. Enumerable.Range(0, random.Next(0, 30)).Select(number => Person(100 + number, Id(random.Next(1, 8)), random.Next(3) == 0) with
        {
            Deadline = random.Next(5) == 0 ? Day(random.Next(1, 20)) : null,
            Pin = random.Next(40) == 0 ? 77 : Any(),
            KeptOut = Any() is { } number1 ? [number1] : [],
            Declined = Any() is { } number2 ? [number2] : [],
            IsCalledElsewhere = random.Next(15) == 0,
        })];
        for (var at = 0; at < people.Count; at++)
        {
            people[at] = Any() is { } called && !people[at].IsCalledElsewhere ? people[at] with { CalledTo = called } : people[at];
        }

        return (people, batches, new PlanRules(CutOff, random.Next(1, 101), Enumerable.Range(1, 7).ToDictionary(Id, _ => random.Next(1, 12))));
    }

    private static void AssertSound(int seed, List<(PlanPerson Person, PlanBatch Batch, PlaceReason Reason)> seated, List<PlanBatch> batches, PlanRules rules)
    {
        foreach (var (person, batch, reason) in seated)
        {
            Assert.True(person.CalledTo is null || person.CalledTo == batch.Number, $"seed {seed}");
            Assert.Equal(person.CalledTo is not null, reason is PlaceReason.Called);
            if (person.CalledTo is not null)
            {
                continue;
            }

            // The rules hold for everybody who was not there before: without them the batch could take them.
            Assert.True(Fits(person, batch, seated.FindAll(one => one.Person.Id != person.Id), rules), $"seed {seed}: {person.Id} in {batch.Number}");
        }

        foreach (var batch in batches)
        {
            var (all, called) = (seated.Count(one => one.Batch == batch), seated.Count(one => one.Batch == batch && one.Person.CalledTo is not null));
            Assert.True(all + batch.Guests <= batch.Seats || all == called, $"seed {seed}");
        }
    }

    private static bool Fits(PlanPerson person, PlanBatch batch, List<(PlanPerson Person, PlanBatch Batch, PlaceReason Reason)> seated, PlanRules rules)
    {
        var away = seated.FindAll(one => one.Person.UnitId == person.UnitId && one.Batch.Overlaps(batch));
        return batch.IsOpen && !person.KeptOut.Contains(batch.Number) && !person.Declined.Contains(batch.Number)
            && batch.LastDay <= CutOff && (person.Deadline is not { } end || batch.LastDay <= end)
            && !(person.IsLeader && away.Exists(one => one.Person.IsLeader))
            && batch.Days.All(day => away.Count(one => one.Batch.Days.Contains(day)) < rules.MostOf(person.UnitId, 0))
            && seated.Count(one => one.Batch == batch) + batch.Guests < batch.Seats;
    }

    private static BatchProposal Propose(IEnumerable<PlanPerson> people, IEnumerable<PlanBatch> batches) => BatchPlanner.Propose(people, batches, new PlanRules(CutOff, 100, new Dictionary<Guid, int>()));

    private static PlanRules Rules(int share, int staff) => new(CutOff, share, new Dictionary<Guid, int> { [School] = staff });

    private static PlanPerson Person(int number, Guid unit, bool isLeader = false) => new() { Id = Id(number), UnitId = unit, IsLeader = isLeader };

    private static PlanBatch Batch(int number, int day, int seats) => new() { Number = number, Days = [Day(day)], Seats = seats };

    private static DateOnly Day(int number) => new DateOnly(2026, 9, 30).AddDays(number);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
