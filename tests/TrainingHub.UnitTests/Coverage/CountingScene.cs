using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Time;

namespace TrainingHub.UnitTests.Coverage;

/// <summary>One city with two schools and a school of another city; a target for principals and vice principals; one person. A test says what differs.</summary>
internal sealed class CountingScene
{
    private static int _next;

    public static readonly Guid City = Id(), OtherCity = Id(), SchoolA = Id(), SchoolB = Id(), Private = Id(), Outside = Id(), Bureau = Id();
    public static readonly Guid Principal = Id(), Vice = Id(), Teacher = Id();

    public static readonly DateOnly Beginning = new(2020, 1, 1);

    public DateOnly Today { get; set; } = new(2027, 3, 1);
    public DateOnly RosterDay { get; set; } = new(2026, 12, 31);
    public DateOnly CutOffDay { get; set; } = new(2026, 12, 31);
    public int Percent { get; set; } = 100;
    public bool OnlyWhileValid { get; set; }
    public bool OnlyWhileInPost { get; set; }
    public OrganizationFlags ExcludedFlags { get; set; }
    public Employment Employments { get; set; } = Employment.All;
    public List<Membership> Memberships { get; } = [];
    public List<Exclusion> Exclusions { get; } = [];
    public List<EarnedRecord> Records { get; } = [];
    public List<PositionMapping> Mappings { get; } = [Map(Principal, CorePosition.Principal), Map(Vice, CorePosition.ViceSafety), Map(Teacher, CorePosition.Teacher)];
    public Dictionary<Guid, OrganizationHistory> Organizations { get; } = new()
    {
        [SchoolA] = School(SchoolA, City),
        [SchoolB] = School(SchoolB, City),
        [Private] = School(Private, City, OrganizationFlags.Private),
        [Outside] = School(Outside, OtherCity),
        [Bureau] = new([Detail(Bureau, OrganizationKind.CountyBureau)], [Path(City, Bureau)]),
    };

    public Guid TargetId { get; } = Id();
    public Guid ProgrammeId { get; } = Id();
    public Guid PersonId { get; } = Id();

    public TargetTerms Target => new()
    {
        TargetId = TargetId,
        SetterId = City,
        ProgrammeId = ProgrammeId,
        Rule = Rule(Percent),
        ProgrammeRules = [ProgrammeRule()],
    };

    public Counting Counting => new(new PositionCatalogue(Mappings), Organizations, Today);

    public Placement Place() => Counting.Place(Target, new PersonFacts { PersonId = PersonId, Memberships = Memberships, Exclusions = Exclusions, Records = Records });

    /// <summary>Kind of standing by organization and post.</summary>
    public Dictionary<(Guid, CorePosition), StandingKind> Kinds() => Place().Standings.ToDictionary(s => (s.OrganizationId, s.Position), s => s.Kind);

    public CoverageStanding Only() => Assert.Single(Place().Standings);

    public Membership Hold(
        Guid organization, Guid position, DateOnly? from = null, DateOnly? until = null, bool isPrimary = false, Guid? fact = null, Employment employment = Employment.Established)
    {
        var id = fact ?? Id();
        var membership = new Membership
        {
            Id = id,
            FactId = id,
            PersonId = PersonId,
            OrganizationId = organization,
            PositionId = position,
            From = from ?? Beginning,
            Until = until ?? Day.Open,
            IsPrimary = isPrimary,
            Employment = employment,
            RecordedAt = DateTime.UnixEpoch,
        };
        Memberships.Add(membership);
        return membership;
    }

    public EarnedRecord Earn(DateOnly day, DateOnly? validUntil = null, Guid? programme = null)
    {
        var record = new EarnedRecord(Id(), programme ?? ProgrammeId, day, validUntil);
        Records.Add(record);
        return record;
    }

    public Exclusion Exclude(DateOnly from, DateOnly until, ExclusionState state = ExclusionState.Approved, Guid? target = null)
    {
        var id = Id();
        var exclusion = new Exclusion
        {
            Id = id,
            FactId = id,
            PersonId = PersonId,
            TargetId = target ?? TargetId,
            OrganizationId = SchoolA,
            Why = ExclusionReason.MaternityLeave,
            State = state,
            From = from,
            Until = until,
            RecordedAt = DateTime.UnixEpoch,
        };
        Exclusions.Add(exclusion);
        return exclusion;
    }

    public static Declaration Said(DeclaredState state, bool isConfirmed = false, DateOnly? from = null, DateOnly? until = null, int order = 0)
    {
        var id = Id();
        return new Declaration
        {
            Id = id,
            FactId = id,
            OrganizationId = SchoolA,
            Position = CorePosition.Principal,
            State = state,
            IsConfirmed = isConfirmed,
            From = from ?? Beginning,
            Until = until ?? Day.Open,
            RecordedAt = DateTime.UnixEpoch.AddDays(order),
        };
    }

    public TargetRule Rule(int percent)
    {
        var id = Id();
        return new TargetRule
        {
            Id = id,
            FactId = id,
            TargetId = TargetId,
            From = Day.Beginning,
            Until = Day.Open,
            RecordedAt = DateTime.UnixEpoch,
            Percent = percent,
            Positions = CorePosition.Principal | CorePosition.ViceSafety,
            Kinds = OrganizationKind.School,
            ExcludedFlags = ExcludedFlags,
            Employments = Employments,
            WindowFrom = new(2024, 1, 1),
            WindowUntil = new(2026, 12, 31),
            RosterDay = RosterDay,
            CutOffDay = CutOffDay,
            OnlyWhileValid = OnlyWhileValid,
        };
    }

    public static PositionMapping Map(Guid position, CorePosition core, DateOnly? from = null, DateOnly? until = null)
    {
        var id = Id();
        return new PositionMapping { Id = id, FactId = id, PositionId = position, Core = core, From = from ?? Day.Beginning, Until = until ?? Day.Open, RecordedAt = DateTime.UnixEpoch };
    }

    public static OrganizationDetails Detail(Guid organization, OrganizationKind kind, OrganizationFlags flags = OrganizationFlags.None, DateOnly? from = null, DateOnly? until = null)
    {
        var id = Id();
        return new OrganizationDetails
        {
            Id = id,
            FactId = id,
            OrganizationId = organization,
            Name = "x",
            Kind = kind,
            Flags = flags,
            From = from ?? Beginning,
            Until = until ?? Day.Open,
            RecordedAt = DateTime.UnixEpoch,
        };
    }

    public static OrganizationPath Path(Guid ancestor, Guid descendant, DateOnly? from = null, DateOnly? until = null) => new()
    {
        Id = Id(),
        AncestorId = ancestor,
        DescendantId = descendant,
        Depth = 1,
        From = from ?? Beginning,
        Until = until ?? Day.Open,
        RecordedAt = DateTime.UnixEpoch,
    };

    /// <summary>Ids that rise in the order of making.</summary>
    public static Guid Id() => Guid.Parse($"00000000-0000-7000-8000-{Interlocked.Increment(ref _next):D12}");

    private static OrganizationHistory School(Guid id, Guid above, OrganizationFlags flags = OrganizationFlags.None) =>
        new([Detail(id, OrganizationKind.School, flags)], [Path(above, id)]);

    private ProgrammeRule ProgrammeRule()
    {
        var id = Id();
        return new ProgrammeRule
        {
            Id = id,
            FactId = id,
            ProgrammeId = ProgrammeId,
            From = Day.Beginning,
            Until = Day.Open,
            RecordedAt = DateTime.UnixEpoch,
            CycleFrom = new(2024, 1, 1),
            CycleUntil = new(2026, 12, 31),
            CourseSlug = "course",
            QuizSlug = "quiz",
            CertificateTitle = "培训合格证明",
            OnlyWhileInPost = OnlyWhileInPost,
        };
    }
}
