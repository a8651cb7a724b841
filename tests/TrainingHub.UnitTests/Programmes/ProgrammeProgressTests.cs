using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.Programmes;

public sealed class ProgrammeProgressTests
{
    private static readonly Guid Programme = Guid.NewGuid(), Person = Guid.NewGuid();

    private static readonly PartDraft SecondQuiz = new(ProgrammePartKind.Quiz) { CourseSlug = "fire", QuizSlug = "fire-final" },
        TenHours = new(ProgrammePartKind.Hours) { Minutes = 450 },
        FourHoursOfFire = new(ProgrammePartKind.Hours) { Domain = ExpertDomain.Fire, Minutes = 180, Courses = "drills fire" },
        Extinguisher = new(ProgrammePartKind.Assessment) { Title = "灭火器操作" };

    [Fact]
    public void All_of_a_list_of_courses_is_complete_on_the_day_of_the_last()
    {
        var terms = Terms(SecondQuiz);

        var half = ProgrammeProgress.Of(terms, [Passed("hazards", "first", 5)]);
        var whole = ProgrammeProgress.Of(terms, [Passed("fire", "fire-final", 9), Passed("hazards", "first", 5)]);

        Assert.Null(half.CompletedOn);
        Assert.Equal("fire-final", Assert.Single(half.Missing).Part.QuizSlug);
        Assert.Equal(On(9), whole.CompletedOn);
        Assert.Equal(270, whole.CreditMinutes);
    }

    [Fact]
    public void Hours_are_complete_on_the_day_that_reaches_them_and_count_each_course_once()
    {
        var terms = Terms(quiz: "", TenHours);
        LearningFact[] facts =
        [
            Session(3, 180), Passed("fire", "fire-final", 4), Passed("fire", "fire-again", 5), Session(6, 135), Session(8, 180),
        ];

        var progress = ProgrammeProgress.Of(terms, facts);

        // 180 + 135 (fire once) + 135 = 450 on the sixth.
        Assert.Equal(On(6), progress.CompletedOn);
        Assert.Equal(450, progress.CreditMinutes);
        Assert.Equal(450 - 315, ProgrammeProgress.Of(terms, facts[..3]).Parts[0].MinutesLeft);
    }

    [Fact]
    public void Hours_of_a_domain_come_from_its_courses_its_sessions_and_outside_training_of_it()
    {
        var terms = Terms(quiz: "", FourHoursOfFire);

        var other = ProgrammeProgress.Of(terms, [Session(3, 400), Passed("hazards", "first", 4), Session(5, 400, ExpertDomain.Laboratory)]);
        var own = ProgrammeProgress.Of(terms, [Session(3, 45, ExpertDomain.Fire), Passed("drills", "drills-final", 4, 90), Outside(7, 45, ExpertDomain.Fire)]);

        Assert.Equal(180, Assert.Single(other.Missing).MinutesLeft);
        Assert.Equal(On(7), own.CompletedOn);
    }

    [Fact]
    public void Lessons_count_up_to_the_credit_of_their_course_and_not_beside_it()
    {
        LearningFact[] lessons = [Lesson("fire", 1, 60), Lesson("fire", 2, 60), Lesson("fire", 3, 60)];

        Assert.Equal(120, LearningCredit.Minutes(lessons[..2]));
        Assert.Equal(135, LearningCredit.Minutes(lessons));
        Assert.Equal(135, LearningCredit.Minutes([.. lessons, Passed("fire", "fire-final", 4)]));
        Assert.Equal(270, LearningCredit.MinutesByYear([Passed("fire", "fire-final", 4), Passed("fire", "fire-final", 4) with { Day = new(2025, 10, 4) }]));
    }

    [Fact]
    public void An_assessment_counts_for_the_programme_that_asked_for_it()
    {
        var terms = Terms(Extinguisher);
        var shown = Shown(12);

        Assert.Equal(On(12), ProgrammeProgress.Of(terms, [Passed("hazards", "first", 5), shown]).CompletedOn);
        Assert.Null(ProgrammeProgress.Of(terms, [Passed("hazards", "first", 5), shown with { ProgrammeId = Guid.NewGuid() }]).CompletedOn);
        Assert.Null(ProgrammeProgress.Of(terms, [Passed("hazards", "first", 5), shown with { Title = "疏散引导" }]).CompletedOn);
    }

    [Fact]
    public void Outside_training_stands_for_the_whole_unless_the_rule_refuses_it()
    {
        var training = Outside(7, 900) with { ProgrammeId = Programme };

        var accepted = ProgrammeProgress.Of(Terms(SecondQuiz, Extinguisher), [training]);
        var refused = ProgrammeProgress.Of(Terms(new ProgrammeDemand("hazards", "first", [], RefusesOutside: true)), [training]);

        Assert.Equal((On(7), 900), (accepted.CompletedOn, accepted.CreditMinutes));
        Assert.Empty(accepted.Missing);
        Assert.Null(refused.CompletedOn);
    }

    [Fact]
    public void Outside_training_that_stands_for_a_course_spares_its_quiz()
    {
        var progress = ProgrammeProgress.Of(Terms(SecondQuiz), [Passed("hazards", "first", 5), Outside(7, 90) with { CourseSlug = "fire" }]);

        Assert.Equal(On(7), progress.CompletedOn);
    }

    [Fact]
    public void What_lies_outside_the_cycle_counts_for_nothing()
    {
        var terms = Terms(SecondQuiz);
        var before = Passed("hazards", "first", 5) with { Day = new(2023, 12, 31) };
        var first = before with { Day = new(2024, 1, 1) };

        Assert.Null(ProgrammeProgress.Of(terms, [before, Passed("fire", "fire-final", 9)]).CompletedOn);
        Assert.Equal(On(9), ProgrammeProgress.Of(terms, [first, Passed("fire", "fire-final", 9)]).CompletedOn);
    }

    [Fact]
    public void Of_a_rule_that_was_replaced_nothing_is_completed_after_its_last_day_and_the_new_one_begins_on_its_own()
    {
        var draft = Terms(SecondQuiz);
        var rows = ProgrammeRules.Change([draft], new ProgrammeDemand("hazards", "first", [Extinguisher], RefusesOutside: false), On(10), Guid.NewGuid, default, null, null);
        LearningFact[] facts = [Passed("hazards", "first", 5), Passed("fire", "fire-final", 12), Shown(3)];

        Assert.Equal([null, On(10)], rows.Select(terms => ProgrammeProgress.Of(terms, facts).CompletedOn));
        Assert.Equal([1, 1], rows.Select(terms => terms.Further.Count));
        Assert.All(rows, terms => Assert.Equal(terms.Rule.Id, terms.Further[0].RuleId));
    }

    [Fact]
    public void A_programme_is_completed_once()
    {
        var terms = Terms(SecondQuiz);
        LearningFact[] facts = [Passed("hazards", "first", 5), Passed("fire", "fire-final", 9)];

        Assert.NotNull(ProgrammeReview.Of([terms], facts, []).Completes);
        Assert.Null(ProgrammeReview.Of([terms], facts, [Earlier(9, facts)]).Completes);
        Assert.Null(ProgrammeReview.Of([terms], [.. facts, Passed("hazards", "first", 20), Passed("fire", "fire-final", 21)], [Earlier(9, facts)]).Completes);
    }

    [Fact]
    public void Where_certificates_expire_what_is_done_later_completes_it_again()
    {
        var terms = Terms(new ProgrammeDemand("hazards", "first", [SecondQuiz], RefusesOutside: false), months: 12);
        LearningFact[] facts = [Passed("hazards", "first", 5), Passed("fire", "fire-final", 9)];

        Assert.Null(ProgrammeReview.Of([terms], [.. facts, Passed("fire", "fire-final", 21)], [Earlier(9, facts)]).Completes);
        Assert.Equal(On(22), ProgrammeReview.Of([terms], [.. facts, Passed("fire", "fire-final", 21), Passed("hazards", "first", 22)], [Earlier(9, facts)]).Completes?.CompletedOn);
    }

    [Fact]
    public void A_record_falls_with_a_part_of_it_and_stands_again_when_that_is_done_anew()
    {
        var terms = Terms(Extinguisher);
        var (quiz, wrong, right) = (Passed("hazards", "first", 5), Shown(9), Shown(15));
        var record = Earlier(9, [quiz, wrong]);

        var taken = ProgrammeReview.Of([terms], [quiz], [record]);
        var again = ProgrammeReview.Of([terms], [quiz, right], [record with { IsRevoked = true }]);

        Assert.Equal([record.RecordId], taken.Lapsed);
        Assert.Null(taken.Completes);
        Assert.Equal(On(15), again.Completes?.CompletedOn);
    }

    [Fact]
    public void What_a_revoked_record_rested_on_does_not_come_back_by_itself()
    {
        var terms = Terms(SecondQuiz);
        LearningFact[] facts = [Passed("hazards", "first", 5), Passed("fire", "fire-final", 9)];
        var revoked = Earlier(9, facts) with { IsRevoked = true };

        Assert.Null(ProgrammeReview.Of([terms], [.. facts, Session(12, 90)], [revoked]).Completes);
        Assert.Equal(On(21), ProgrammeReview.Of([terms], [.. facts, Passed("hazards", "first", 20), Passed("fire", "fire-final", 21)], [revoked]).Completes?.CompletedOn);
    }

    [Fact]
    public void A_record_that_fell_with_a_part_stands_again_when_that_part_is_there_again()
    {
        var terms = Terms(SecondQuiz);
        LearningFact[] facts = [Passed("hazards", "first", 5), Passed("fire", "fire-final", 9)];
        var (first, other) = (Earlier(9, facts) with { IsRevoked = true, IsConsequence = true }, Earlier(9, [Passed("fire", "fire-final", 9)]) with { IsRevoked = true, IsConsequence = true });

        var without = ProgrammeReview.Of([terms], facts[..1], [first]);
        var again = ProgrammeReview.Of([terms], facts, [first, other]);
        var later = ProgrammeReview.Of([terms], [facts[0], Passed("fire", "fire-final", 12)], [first]);

        Assert.Equal((null, null), (without.Completes, without.Restores));
        Assert.Equal((On(9), first.RecordId), (again.Completes?.CompletedOn, again.Restores));
        // Another thing, on another day: a record of its own.
        Assert.Equal((On(12), null), (later.Completes?.CompletedOn, later.Restores));
    }

    [Fact]
    public void A_record_falls_only_with_what_was_touched()
    {
        var terms = Terms(SecondQuiz);
        LearningFact[] facts = [Passed("hazards", "first", 5), Passed("fire", "fire-final", 9)];
        var record = Earlier(9, facts);

        Assert.Empty(ProgrammeReview.Of([terms], facts[..1], [record], new HashSet<Guid> { facts[0].SourceId!.Value, Guid.NewGuid() }).Lapsed);
        Assert.Equal([record.RecordId], ProgrammeReview.Of([terms], facts[..1], [record], new HashSet<Guid> { facts[1].SourceId!.Value }).Lapsed);
        // What stands is not doubled.
        Assert.Null(ProgrammeReview.Of([terms], [facts[0], Passed("fire", "fire-final", 12)], [record], new HashSet<Guid>()).Completes);
    }

    [Fact]
    public void A_programme_of_one_quiz_is_left_to_its_attempts_but_for_outside_training()
    {
        var terms = Terms();

        Assert.Null(ProgrammeReview.Of([terms], [Passed("hazards", "first", 5)], []).Completes);
        Assert.Equal(On(7), ProgrammeReview.Of([terms], [Outside(7, 0) with { ProgrammeId = Programme }], []).Completes?.CompletedOn);
    }

    [Fact]
    public void Looking_back_a_quiz_passed_before_the_programme_was_set_counts_once()
    {
        LearningFact[] facts = [Passed("hazards", "first", 5)];

        Assert.Equal(On(5), ProgrammeReview.Of([Terms()], facts, [], looksBack: true).Completes?.CompletedOn);
        Assert.Null(ProgrammeReview.Of([Terms()], facts, [Earlier(5, [])], looksBack: true).Completes);
    }

    [Fact]
    public void Equal_demands_are_known_whatever_their_order_but_for_assessments()
    {
        static ProgrammeTerms Of(string quiz, params PartDraft[] parts) => Terms(new ProgrammeDemand("c", quiz, parts, RefusesOutside: false));

        Assert.Equal(Of("fire-final", TenHours).DemandKey, Of("", TenHours, SecondQuiz).DemandKey);
        Assert.NotEqual(Of("fire-final", TenHours).DemandKey, Of("fire-final", TenHours with { Minutes = 45 }).DemandKey);
        Assert.NotEqual(Of("first").DemandKey, Of("fire-final").DemandKey);
    }

    [Fact]
    public void Faults_are_named()
    {
        static ProgrammeDemand Of(params PartDraft[] parts) => new("hazards", "first", parts, RefusesOutside: false);

        Assert.Empty(Of(SecondQuiz, TenHours, FourHoursOfFire, Extinguisher).Faults());
        Assert.Equal([ProgrammeFault.NothingAsked], new ProgrammeDemand("", "", [], RefusesOutside: false).Faults());
        Assert.Equal([ProgrammeFault.SameQuizTwice], Of(SecondQuiz with { QuizSlug = "first" }).Faults());
        Assert.Equal([ProgrammeFault.SameAssessmentTwice], Of(Extinguisher, Extinguisher).Faults());
        Assert.Equal([ProgrammeFault.SameDomainTwice], Of(TenHours, TenHours with { Minutes = 45 }).Faults());
        Assert.Equal([ProgrammeFault.HoursOutOfRange], Of(TenHours with { Minutes = 401 * 45 }).Faults());
    }

    [Fact]
    public void The_burden_counts_what_courses_already_give_once()
    {
        var (courses, quizzes) = (new Dictionary<string, int> { ["hazards"] = 270, ["fire"] = 135 }, new Dictionary<string, int> { ["first"] = 60, ["fire-final"] = 30 });

        Assert.Equal(330, Burden.MinutesEach(Terms(), courses, quizzes));
        Assert.Equal(405 + 90, Burden.MinutesEach(Terms(SecondQuiz), courses, quizzes));
        // Four hours of fire lack 45 beside the course; those 45 count for the ten of any, of which 405 are given.
        Assert.Equal(405 + 45 + 90, Burden.MinutesEach(Terms(SecondQuiz, FourHoursOfFire, TenHours), courses, quizzes));
        Assert.Equal((3L, 5L), (new BurdenEstimate(30, false, [(CorePosition.Principal, 6)]).HoursOfAll, new BurdenEstimate(45, false, [(CorePosition.Principal, 6)]).HoursOfAll));
    }

    private static DateOnly On(int day) => new(2026, 10, day);

    private static ProgrammeTerms Terms(params PartDraft[] parts) => Terms(new ProgrammeDemand("hazards", "first", parts, RefusesOutside: false));

    private static ProgrammeTerms Terms(string quiz, params PartDraft[] parts) => Terms(new ProgrammeDemand("", quiz, parts, RefusesOutside: false));

    private static ProgrammeTerms Terms(ProgrammeDemand demand, int? months = null)
    {
        var rule = Guid.NewGuid();
        return new ProgrammeTerms(new ProgrammeRule
        {
            Id = rule,
            FactId = rule,
            ProgrammeId = Programme,
            From = new(2024, 1, 1),
            Until = Day.Open,
            RecordedAt = default,
            CycleFrom = new(2024, 1, 1),
            CycleUntil = new(2026, 12, 31),
            CourseSlug = demand.CourseSlug,
            QuizSlug = demand.QuizSlug,
            RefusesOutside = demand.RefusesOutside,
            ValidityMonths = months,
            CertificateTitle = "培训合格证明",
        }, [.. demand.Parts.Select((part, index) => part.Of(Guid.NewGuid(), rule, index + 1))]);
    }

    private static EarlierCompletion Earlier(int day, IEnumerable<LearningFact> facts) => new(Guid.NewGuid(), On(day), IsRevoked: false, IsConsequence: false, [.. facts.Select(fact => (fact.SourceId, fact.Minutes))]);

    private static LearningFact Passed(string course, string quiz, int day, int minutes = 135) => new()
    {
        PersonId = Person,
        Kind = LearningKind.Quiz,
        SourceId = Guid.NewGuid(),
        Day = On(day),
        CourseSlug = course,
        QuizSlug = quiz,
        Minutes = minutes,
    };

    private static LearningFact Lesson(string course, int day, int minutes) => new()
    {
        PersonId = Person,
        Kind = LearningKind.Lesson,
        Day = On(day),
        CourseSlug = course,
        Minutes = minutes,
        MostMinutes = 135,
    };

    private static LearningFact Session(int day, int minutes, ExpertDomain domain = ExpertDomain.None) => new()
    {
        PersonId = Person,
        Kind = LearningKind.Session,
        SourceId = Guid.NewGuid(),
        Day = On(day),
        Domains = domain,
        Minutes = minutes,
    };

    private static LearningFact Outside(int day, int minutes, ExpertDomain domain = ExpertDomain.None) => new()
    {
        PersonId = Person,
        Kind = LearningKind.Outside,
        SourceId = Guid.NewGuid(),
        Day = On(day),
        Domains = domain,
        Minutes = minutes,
    };

    private static LearningFact Shown(int day) => new()
    {
        PersonId = Person,
        Kind = LearningKind.Assessment,
        SourceId = Guid.NewGuid(),
        Day = On(day),
        Title = "灭火器操作",
        ProgrammeId = Programme,
    };
}
