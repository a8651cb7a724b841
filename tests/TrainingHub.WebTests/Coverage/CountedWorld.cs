using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TrainingHub.Completions;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.WebTests.Coverage;

/// <summary>
/// A tree of its own beside the demo world: a city with two counties and five schools, another city, people, targets of every shape; and the
/// ways in which its facts change. Every change goes the way the application goes: one transaction, facts appended, counted again.
/// </summary>
internal sealed class CountedWorld(WebApp app)
{
    public static readonly CorePosition[] Posts = [CorePosition.Principal, CorePosition.ViceSafety, CorePosition.Teacher];

    public Guid City { get; } = Guid.NewGuid();
    public Guid OtherCity { get; } = Guid.NewGuid();
    public Guid[] Counties { get; } = [Guid.NewGuid(), Guid.NewGuid()];
    public Guid[] Schools { get; } = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];
    public Guid[] Positions { get; } = [.. Posts.Select(_ => Guid.NewGuid())];
    public Guid Programme { get; } = Guid.NewGuid();
    public List<Guid> People { get; } = [];
    public List<Guid> Targets { get; } = [];

    private DateOnly Today => app.Services.GetRequiredService<DayClock>().Today;

    public Task MakeAsync(int people, bool onlyWhileInPost = false) => WriteAsync(async (db, ids, now) =>
    {
        foreach (var (id, above, kind) in Tree())
        {
            db.Organizations.Add(new Organization { Id = id, Code = Ids.Code(12), Name = "计数单位", NormalizedName = "计数单位", CreatedAt = now });
            db.OrganizationDetails.Add(Detail(ids, now, id, kind, OrganizationFlags.None, Day.Beginning, Day.Open));
            Stand(db, ids, now, id, above, Day.Beginning, Day.Open);
        }

        for (var i = 0; i < Posts.Length; i++)
        {
            db.Positions.Add(new Position { Id = Positions[i], Code = $"p{Guid.NewGuid():N}", Name = "岗位", NameEn = "post" });
            db.PositionMappings.Add(Mapping(ids, now, Positions[i], Posts[i], Day.Beginning, Day.Open));
        }

        AddTargets(db, ids, now, onlyWhileInPost);
        for (var i = 0; i < people; i++)
        {
            People.Add(ids.Next());
            db.People.Add(new Person { Id = People[^1], Name = "某人", NormalizedName = "某人", CreatedAt = now });
        }

        await db.SaveChangesAsync();
        return new FactsChanged { Organizations = Schools };
    });

    /// <summary>Takes the targets away, so that later worlds in the same database do not count them.</summary>
    public Task RetireAsync() => app.WithDbAsync(async db =>
    {
        await db.TargetRules.Where(r => Targets.Contains(r.TargetId)).ExecuteDeleteAsync();
        return await db.CoverageTargets.Where(t => Targets.Contains(t.Id)).ExecuteDeleteAsync();
    });

    public Task HireAsync(Guid person, Guid school, Guid position, DateOnly from, DateOnly until, bool isPrimary, Employment employment) => WriteAsync((db, ids, now) =>
    {
        db.Memberships.Add(Membership(ids, now, person, school, position, from, until, isPrimary, employment));
        return Task.FromResult(Changed(person));
    });

    /// <summary>Ends a person's post, whichever the number picks, and may begin another one the day after.</summary>
    public Task EndAsync(Guid person, int pick, DateOnly last, Guid? to) => WriteAsync(async (db, ids, now) =>
    {
        var posts = await db.Memberships.Known().Where(m => m.PersonId == person && m.Until > last && m.From <= last).OrderBy(m => m.FactId).ToListAsync();
        if (posts.Count > 0)
        {
            var post = posts[pick % posts.Count];
            post.Supersede(now);
            db.Memberships.Add(Membership(ids, now, person, post.OrganizationId, post.PositionId, post.From, last, post.IsPrimary, post.Employment, post.FactId));
            if (to is { } school)
            {
                db.Memberships.Add(Membership(ids, now, person, school, post.PositionId, last.AddDays(1), Day.Open, post.IsPrimary, post.Employment));
            }
        }

        return Changed(person);
    });

    public Task RecordAsync(Guid person, DateOnly day, DateOnly? validUntil) => WriteAsync((db, ids, now) =>
    {
        var id = ids.Next();
        var names = RecordNames.Of(id, "某人", "某校", "某岗");
        var record = new TrainingRecord
        {
            Id = id,
            PersonId = person,
            ProgrammeId = Programme,
            CourseSlug = "course",
            CourseHash = "hash",
            CompletionDay = day,
            ValidUntil = validUntil,
            RecordedAt = now,
            Evidence = Evidence.SchoolSession,
            CreditMinutes = 90,
            NamesDigest = names.Digest(),
        };
        record.Seal();
        db.Add(record);
        db.Add(names);
        return Task.FromResult(Changed(person));
    });

    /// <summary>Passes the quiz of the programme today, as a submitted paper does: ledger, figure and certificate at once.</summary>
    public Task PassAsync(Guid person) => app.InsideAsync(services => services.GetRequiredService<CompleteTraining>().RunAsync(
        new Completion
        {
            PersonId = person,
            QuizSlug = $"q{Programme:N}",
            CourseSlug = "course",
            CourseHash = "hash",
            CreditMinutes = 90,
            Day = Today,
            Evidence = Evidence.OnlineExamination,
            AttemptId = Guid.NewGuid(),
        },
        default));

    public Task RevokeAsync(Guid person, int pick) => WriteAsync(async (db, ids, now) =>
    {
        var records = await db.TrainingRecords.Where(r => r.PersonId == person && !db.Revocations.Any(v => v.RecordId == r.Id)).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync();
        if (records.Count > 0)
        {
            db.Revocations.Add(new Revocation { Id = ids.Next(), RecordId = records[pick % records.Count], RecordedAt = now, RecordedBy = person, Reason = "核对有误" });
        }

        return Changed(person);
    });

    public Task ExcludeAsync(Guid person, Guid target, ExclusionState state, DateOnly from, DateOnly until) => WriteAsync((db, ids, now) =>
    {
        var id = ids.Next();
        db.Exclusions.Add(new Exclusion
        {
            Id = id,
            FactId = id,
            PersonId = person,
            TargetId = target,
            OrganizationId = Schools[0],
            Why = ExclusionReason.LongSickLeave,
            State = state,
            From = from,
            Until = until,
            RecordedAt = now,
        });
        return Task.FromResult(Changed(person));
    });

    /// <summary>Takes back one of a person's exclusions from a day on, as the application does.</summary>
    public Task WithdrawAsync(Guid person, int pick, DateOnly day) => WriteAsync(async (db, ids, now) =>
    {
        var known = await db.Exclusions.Known()
            .Where(e => e.PersonId == person && e.State == ExclusionState.Approved && day <= e.Until).OrderBy(e => e.FactId).ToListAsync();
        if (known.Count > 0)
        {
            var one = known[pick % known.Count];
            one.Supersede(now);
            if (one.From < day)
            {
                db.Exclusions.Add(Row(one, ExclusionState.Approved, one.From, day.AddDays(-1)));
            }

            db.Exclusions.Add(Row(one, ExclusionState.Withdrawn, one.From < day ? day : one.From, one.Until));
        }

        return Changed(person);

        Exclusion Row(Exclusion one, ExclusionState state, DateOnly from, DateOnly until) => new()
        {
            Id = ids.Next(),
            FactId = one.FactId,
            PersonId = one.PersonId,
            TargetId = one.TargetId,
            OrganizationId = one.OrganizationId,
            Why = one.Why,
            State = state,
            From = from,
            Until = until,
            RecordedAt = now,
        };
    });

    public Task DeclareAsync(Guid school, CorePosition post, DeclaredState state, bool isConfirmed, DateOnly from, DateOnly until) => WriteAsync(async (db, ids, now) =>
    {
        // Rows of one post never overlap: what was said before falls away.
        (await db.Declarations.Known().Where(d => d.OrganizationId == school && d.Position == post && d.From <= until && from <= d.Until).ToListAsync())
            .ForEach(d => d.Supersede(now));
        var id = ids.Next();
        db.Declarations.Add(new Declaration
        {
            Id = id,
            FactId = id,
            OrganizationId = school,
            Position = post,
            State = state,
            IsConfirmed = isConfirmed,
            From = from,
            Until = until,
            RecordedAt = now,
        });
        return new FactsChanged { Organizations = [school] };
    });

    public Task MoveAsync(Guid school, Guid above, DateOnly from) => WriteAsync(async (db, ids, now) =>
    {
        foreach (var parent in await db.OrganizationParents.Known().Where(p => p.OrganizationId == school && p.Until >= from).ToListAsync())
        {
            parent.Supersede(now);
            foreach (var path in await db.OrganizationPaths.Where(p => p.DescendantId == school && p.Depth > 0 && p.SupersededAt == null && p.From == parent.From).ToListAsync())
            {
                path.SupersededAt = now;
            }

            if (parent.From < from)
            {
                Stand(db, ids, now, school, parent.ParentId, parent.From, from.AddDays(-1), parent.FactId, withItself: false);
            }
        }

        Stand(db, ids, now, school, above, from, Day.Open, withItself: false);
        return new FactsChanged { Organizations = [school] };
    });

    public Task ReclassifyAsync(Guid school, OrganizationKind kind, OrganizationFlags flags, DateOnly from) => WriteAsync(async (db, ids, now) =>
    {
        foreach (var detail in await db.OrganizationDetails.Known().Where(d => d.OrganizationId == school && d.Until >= from).ToListAsync())
        {
            detail.Supersede(now);
            if (detail.From < from)
            {
                db.OrganizationDetails.Add(Detail(ids, now, school, detail.Kind, detail.Flags, detail.From, from.AddDays(-1), detail.FactId));
            }
        }

        db.OrganizationDetails.Add(Detail(ids, now, school, kind, flags, from, Day.Open));
        return new FactsChanged { Organizations = [school] };
    });

    public Task MapAsync(Guid position, CorePosition core, DateOnly from) => WriteAsync(async (db, ids, now) =>
    {
        foreach (var mapping in await db.PositionMappings.Known().Where(m => m.PositionId == position && m.Until >= from).ToListAsync())
        {
            mapping.Supersede(now);
            if (mapping.From < from)
            {
                db.PositionMappings.Add(Mapping(ids, now, position, mapping.Core, mapping.From, from.AddDays(-1), mapping.FactId));
            }
        }

        db.PositionMappings.Add(Mapping(ids, now, position, core, from, Day.Open));
        return new FactsChanged { Organizations = Schools };
    });

    /// <summary>Empty when every cell equals the slow recount and all sums agree; else the first differences.</summary>
    public Task<string> DifferenceAsync() => app.InsideAsync(async services =>
    {
        await services.GetRequiredService<TurnOfDay>().EnsureAsync(CancellationToken.None);
        var db = services.GetRequiredService<Db>();
        var cells = await db.CoverageCells.AsNoTracking().Where(c => Targets.Contains(c.TargetId)).ToListAsync();
        var recount = await SlowRecount.ReadAsync(db, Today, City);
        var (counted, expected) = (new SortedSet<string>(cells.Select(SlowRecount.Line), StringComparer.Ordinal), recount.Cells());
        var wrong = counted.Except(expected).Select(line => "cell    " + line).Concat(expected.Except(counted).Select(line => "recount " + line));
        var names = await db.CoverageStandings.Where(s => Targets.Contains(s.TargetId) && (s.Kind == StandingKind.Missing || s.Kind == StandingKind.Covered)).CountAsync();
        var sums = Targets.Select(target => (target, Cells: cells.Where(c => c.TargetId == target).Sum(c => c.Counted), All: recount.Sum(target, City).Counted))
            .Where(sum => sum.Cells != sum.All).Select(sum => $"target {sum.target}: cells {sum.Cells}, recount {sum.All}");
        return string.Join('\n', wrong.Concat(sums).Concat(names == cells.Sum(c => c.Counted) ? [] : ["the names are not as many as the figures"]).Order(StringComparer.Ordinal).Take(12));
    });

    /// <summary>All cells as they are kept now, one line each.</summary>
    public Task<SortedSet<string>> CellsAsync() => app.InsideAsync(async services =>
    {
        await services.GetRequiredService<TurnOfDay>().EnsureAsync(CancellationToken.None);
        var cells = await services.GetRequiredService<Db>().CoverageCells.AsNoTracking().Where(c => Targets.Contains(c.TargetId)).ToListAsync();
        return new SortedSet<string>(cells.Select(SlowRecount.Line), StringComparer.Ordinal);
    });

    /// <summary>All cells of a day by a slow recount from what we know now.</summary>
    public Task<SortedSet<string>> RecountAsync(DateOnly day) =>
        app.WithDbAsync(async db => (await SlowRecount.ReadAsync(db, day, City)).Cells());

    /// <summary>One target's figures with names at a unit, as of a day and a moment; null: all that we know now.</summary>
    public Task<FiguresAsOf> AsOfAsync(Guid targetId, Guid unit, DateOnly day, DateTime? moment) => app.InsideAsync(async services =>
        await services.GetRequiredService<FigureAsOf>().NamesAsync(
            await SummaryAsync(services.GetRequiredService<Db>(), targetId, day, moment), Choice(unit), CancellationToken.None));

    /// <summary>One target's trend at a unit up to a day.</summary>
    public Task<IReadOnlyList<TrendPoint>> TrendAsync(Guid targetId, Guid unit, DateOnly day) => app.InsideAsync(async services =>
        await services.GetRequiredService<TrendQuery>().PointsAsync(
            await SummaryAsync(services.GetRequiredService<Db>(), targetId, day, null), Choice(unit), CancellationToken.None));

    private UnitChoice Choice(Guid unit) => new(unit, "CODE", "计数单位", unit == City ? 0 : 1);

    private async Task<TargetSummary> SummaryAsync(Db db, Guid targetId, DateOnly day, DateTime? moment)
    {
        var target = await db.CoverageTargets.SingleAsync(t => t.Id == targetId);
        return new TargetSummary
        {
            Slug = target.Slug,
            Name = target.Name,
            NameEn = target.NameEn,
            Series = target.Series,
            Year = target.Year,
            SetterName = "计数单位",
            ProgrammeName = "培训",
            ProgrammeNameEn = "Training",
            Today = day,
            Moment = moment,
            Terms = new TargetTerms
            {
                TargetId = targetId,
                SetterId = City,
                ProgrammeId = Programme,
                Rule = await db.TargetRules.Known().SingleAsync(r => r.TargetId == targetId),
                ProgrammeRules = await db.ProgrammeRules.Known().Where(r => r.ProgrammeId == Programme).ToListAsync(),
            },
        };
    }

    private async Task WriteAsync(Func<Db, Ids, DateTime, Task<FactsChanged>> change)
    {
        await app.InsideAsync(async services =>
        {
            var (db, clock, ids) = (services.GetRequiredService<Db>(), services.GetRequiredService<DayClock>(), services.GetRequiredService<Ids>());
            await services.GetRequiredService<Transactions>().RunAsync(async cancel =>
            {
                var changed = await change(db, ids, clock.Now);
                await db.SaveChangesAsync(cancel);
                await services.GetRequiredService<IFigures>().CountAgainAsync(changed, cancel);
            }, CancellationToken.None);
        });
    }

    private static FactsChanged Changed(Guid person) => new() { People = [person] };

    private IEnumerable<(Guid Id, Guid? Above, OrganizationKind Kind)> Tree()
    {
        yield return (City, null, OrganizationKind.City);
        yield return (OtherCity, null, OrganizationKind.City);
        foreach (var county in Counties)
        {
            yield return (county, City, OrganizationKind.CountyBureau);
        }

        for (var i = 0; i < Schools.Length; i++)
        {
            yield return (Schools[i], i == 4 ? City : Counties[i % 2], OrganizationKind.School);
        }
    }

    /// <summary>Parent and closure rows; above the given parent stands the city at most.</summary>
    private void Stand(Db db, Ids ids, DateTime now, Guid organization, Guid? above, DateOnly from, DateOnly until, Guid? fact = null, bool withItself = true)
    {
        if (above is { } parent)
        {
            var id = ids.Next();
            db.OrganizationParents.Add(new OrganizationParent
            {
                Id = id,
                FactId = fact ?? id,
                OrganizationId = organization,
                ParentId = parent,
                From = from,
                Until = until,
                RecordedAt = now,
            });
        }

        Guid[] line = [.. withItself ? new[] { organization } : [], .. above is { } one ? new[] { one } : [], .. above is { } county && Counties.Contains(county) ? new[] { City } : []];
        db.OrganizationPaths.AddRange(line.Select((ancestor, depth) => new OrganizationPath
        {
            Id = ids.Next(),
            AncestorId = ancestor,
            DescendantId = organization,
            Depth = withItself ? depth : depth + 1,
            From = from,
            Until = until,
            RecordedAt = now,
        }));
    }

    private void AddTargets(Db db, Ids ids, DateTime now, bool onlyWhileInPost)
    {
        db.Programmes.Add(new Programme { Id = Programme, Slug = $"p{Programme:N}", Name = "培训", NameEn = "Training", OrganizationId = City, CreatedAt = now });
        var programmeRule = ids.Next();
        db.ProgrammeRules.Add(new ProgrammeRule
        {
            Id = programmeRule,
            FactId = programmeRule,
            ProgrammeId = Programme,
            From = Day.Beginning,
            Until = Day.Open,
            RecordedAt = now,
            CycleFrom = Today.AddDays(-900),
            CycleUntil = Today.AddDays(900),
            CourseSlug = "course",
            QuizSlug = $"q{Programme:N}",
            CertificateTitle = "培训合格证明",
            OnlyWhileInPost = onlyWhileInPost,
        });
        AddTarget(db, ids, now, roster: 400, cutOff: 400, onlyWhileValid: false, OrganizationFlags.None);
        AddTarget(db, ids, now, roster: -60, cutOff: 90, onlyWhileValid: true, OrganizationFlags.None);
        AddTarget(db, ids, now, roster: 30, cutOff: 60, onlyWhileValid: false, OrganizationFlags.Private);
    }

    private void AddTarget(Db db, Ids ids, DateTime now, int roster, int cutOff, bool onlyWhileValid, OrganizationFlags excluded)
    {
        var (target, rule) = (ids.Next(), ids.Next());
        Targets.Add(target);
        db.CoverageTargets.Add(new CoverageTarget
        {
            Id = target,
            Slug = $"t{target:N}",
            ProgrammeId = Programme,
            OrganizationId = City,
            Name = "目标",
            NameEn = "Target",
            Series = $"s{City:N}",
            Year = 2026,
            CreatedAt = now,
        });
        db.TargetRules.Add(new TargetRule
        {
            Id = rule,
            FactId = rule,
            TargetId = target,
            From = Day.Beginning,
            Until = Day.Open,
            RecordedAt = now,
            Percent = 100,
            Positions = CorePosition.Principal | CorePosition.ViceSafety,
            Kinds = OrganizationKind.School,
            ExcludedFlags = excluded,
            Employments = Employment.All & ~Employment.Outsourced,
            WindowFrom = Today.AddDays(-300),
            WindowUntil = Today.AddDays(cutOff),
            RosterDay = Today.AddDays(roster),
            CutOffDay = Today.AddDays(cutOff),
            OnlyWhileValid = onlyWhileValid,
        });
    }

    private static Membership Membership(
        Ids ids, DateTime now, Guid person, Guid school, Guid position, DateOnly from, DateOnly until, bool isPrimary, Employment employment, Guid? fact = null)
    {
        var id = ids.Next();
        return new Membership
        {
            Id = id,
            FactId = fact ?? id,
            PersonId = person,
            OrganizationId = school,
            PositionId = position,
            From = from,
            Until = until,
            IsPrimary = isPrimary,
            Employment = employment,
            RecordedAt = now,
        };
    }

    private static OrganizationDetails Detail(Ids ids, DateTime now, Guid organization, OrganizationKind kind, OrganizationFlags flags, DateOnly from, DateOnly until, Guid? fact = null)
    {
        var id = ids.Next();
        return new OrganizationDetails
        {
            Id = id,
            FactId = fact ?? id,
            OrganizationId = organization,
            Name = "计数单位",
            Kind = kind,
            Flags = flags,
            From = from,
            Until = until,
            RecordedAt = now,
        };
    }

    private static PositionMapping Mapping(Ids ids, DateTime now, Guid position, CorePosition core, DateOnly from, DateOnly until, Guid? fact = null)
    {
        var id = ids.Next();
        return new PositionMapping { Id = id, FactId = fact ?? id, PositionId = position, Core = core, From = from, Until = until, RecordedAt = now };
    }
}
