#if DEMO_WORLDS
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.Completions;
using TrainingHub.Courses;
using TrainingHub.Coverage;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Seeds;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Demo;

/// <summary>Fills an empty database with a demo world. Exists in builds for trying and testing only.</summary>
public sealed class DemoWorldLoader(
    Db db, Transactions transactions, DemoBulkLoader bulk, CompleteTraining complete, RebuildCoverage rebuild, CourseShelf shelf,
    IPasswordHasher<UserAccount> hasher, ILookupNormalizer normalizer, Ids ids, DayClock clock)
{
    public const string ProgrammeSlug = "safety-rotation";
    public const string QuizSlug = "rotation-2024";

    private static readonly DateOnly Beginning = new(2019, 1, 1);

    /// <summary>Loads the world unless the database already holds organizations. Returns whether it did.</summary>
    /// <param name="world">What is loaded.</param>
    /// <param name="others">Sets further targets of the world before anybody completes anything; null for none.</param>
    /// <param name="cancel">Ends the loading.</param>
    public async Task<bool> RunAsync(World world, Action? others, CancellationToken cancel)
    {
        if (await db.Organizations.AnyAsync(cancel))
        {
            return false;
        }

        await transactions.RunAsync(async cancel =>
        {
            AddOrganizations(world);
            await AddPeopleAsync(world, cancel);
            AddProgramme(world);
            others?.Invoke();
            db.Declarations.AddRange(world.Declarations.Select(declaration => DeclarationOf(declaration)));
            await db.SaveChangesAsync(cancel);
        }, cancel);
        db.ChangeTracker.Clear();
        await AddLessonsAsync(world, cancel);
        await AddRecordsAsync(world, cancel);
        if (world.Bulk is { } many)
        {
            await bulk.RunAsync(world, many, cancel);
        }

        await rebuild.RunAsync(cancel);
        return true;
    }

    private void AddOrganizations(World world)
    {
        var ancestors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var place in world.Organizations)
        {
            var id = WorldIds.Of("organization", place.Key);
            db.Organizations.Add(new Organization
            {
                Id = id,
                Code = WorldIds.CodeOf(place.Key),
                Name = place.Name,
                NormalizedName = NameFolding.Fold(place.Name),
                RegionCode = place.RegionCode,
                ProvinceShortName = place.ProvinceShortName,
                CreatedAt = clock.Now,
            });
            var details = ids.Next();
            db.OrganizationDetails.Add(new OrganizationDetails
            {
                Id = details, FactId = details, OrganizationId = id, From = Beginning, Until = Day.Open, RecordedAt = clock.Now,
                Name = place.Name, Kind = place.Kind, Stages = place.Stages, Flags = place.Flags, Area = place.Area,
            });
            if (place.ParentKey is { } parentKey)
            {
                var parent = ids.Next();
                db.OrganizationParents.Add(new OrganizationParent
                {
                    Id = parent, FactId = parent, OrganizationId = id, ParentId = WorldIds.Of("organization", parentKey),
                    From = Beginning, Until = Day.Open, RecordedAt = clock.Now,
                });
            }

            var line = ancestors[place.Key] = place.ParentKey is { } above ? [place.Key, .. ancestors[above]] : [place.Key];
            db.OrganizationPaths.AddRange(line.Select((ancestor, depth) => new OrganizationPath
            {
                Id = ids.Next(), AncestorId = WorldIds.Of("organization", ancestor), DescendantId = id, Depth = depth,
                From = Beginning, Until = Day.Open, RecordedAt = clock.Now,
            }));
        }
    }

    private async Task AddPeopleAsync(World world, CancellationToken cancel)
    {
        var positions = await db.Positions.ToDictionaryAsync(position => position.Code, position => position.Id, StringComparer.Ordinal, cancel);
        // One hash for all: hashing a password takes as long as loading fifty people.
        var hash = hasher.HashPassword(AccountOf(Guid.Empty, "", clock.Now), World.Password);
        foreach (var one in world.People)
        {
            var id = WorldIds.Of("person", one.Key);
            db.People.Add(new Person
            {
                Id = id, Name = one.Name, NormalizedName = NameFolding.Fold(one.Name), StaffNumber = one.StaffNumber, Phone = one.Phone, CreatedAt = clock.Now,
            });
            foreach (var post in one.Memberships)
            {
                var membership = WorldIds.Of("membership", $"{one.Key}/{post.Organization}/{post.Position}");
                db.Memberships.Add(new Membership
                {
                    Id = membership, FactId = membership, PersonId = id, OrganizationId = WorldIds.Of("organization", post.Organization),
                    PositionId = positions[post.Position], From = post.From, Until = post.Until, IsPrimary = post.IsPrimary,
                    Employment = post.Employment, RecordedAt = clock.Now,
                });
            }

            db.Grants.AddRange(one.Grants.Select(grant => new Grant
            {
                Id = ids.Next(), PersonId = id, OrganizationId = WorldIds.Of("organization", grant.Organization), Capability = grant.Capability, GrantedAt = clock.Now,
            }));
            if (one.HasAccount)
            {
                var account = AccountOf(id, hash, clock.Now);
                account.NormalizedUserName = normalizer.NormalizeName(account.UserName);
                db.Users.Add(account);
            }
        }
    }

    private static UserAccount AccountOf(Guid personId, string hash, DateTime now) => new()
    {
        Id = personId, PersonId = personId, UserName = personId.ToString("N"), PasswordHash = hash,
        SecurityStamp = personId.ToString("N"), LockoutEnabled = true, ActivatedAt = now,
    };

    private void AddProgramme(World world)
    {
        var setter = WorldIds.Of("organization", world.Setter);
        var programme = new Programme
        {
            Id = WorldIds.Of("programme", ProgrammeSlug), Slug = ProgrammeSlug, Name = "校长、分管安全副校长、具体责任人轮训",
            NameEn = "Rotation training of principals, vice principals for safety and persons responsible", OrganizationId = setter, CreatedAt = clock.Now,
        };
        db.Programmes.Add(programme);
        var rule = ids.Next();
        db.ProgrammeRules.Add(new ProgrammeRule
        {
            Id = rule, FactId = rule, From = new(2024, 1, 1), Until = Day.Open, RecordedAt = clock.Now, ProgrammeId = programme.Id,
            CycleFrom = new(2024, 1, 1), CycleUntil = new(2026, 12, 31), CourseSlug = "major-hazards-2024", QuizSlug = QuizSlug,
            ValidityMonths = 36, CertificateTitle = "培训合格证明",
        });
        foreach (var (target, targetRule) in TargetPresets.Make(PolicyPreset.CityPlanItem7, programme.Id, setter, ids.Next, clock.Now, source: "云岭市三年行动任务分工第7项"))
        {
            db.CoverageTargets.Add(target);
            db.TargetRules.Add(targetRule);
        }
    }

    private Declaration DeclarationOf(WorldDeclaration said)
    {
        var id = ids.Next();
        return new Declaration
        {
            Id = id, FactId = id, OrganizationId = WorldIds.Of("organization", said.Organization), Position = said.Position, State = said.State,
            IsConfirmed = said.IsConfirmed, From = Beginning, Until = Day.Open, RecordedAt = clock.Now,
        };
    }

    private Task AddLessonsAsync(World world, CancellationToken cancel) => transactions.RunAsync(async cancel =>
    {
        if (world.People.Any(person => person.HasStudied) && await shelf.FindQuizAsync(QuizSlug, cancel) is { Course: { } course })
        {
            db.LessonCompletions.AddRange(
                from person in world.People
                where person.HasStudied
                from lesson in course.Manifest.Lessons
                select new LessonCompletion
                {
                    PersonId = WorldIds.Of("person", person.Key), CourseSlug = course.Slug, CourseHash = course.Hash,
                    LessonSlug = lesson.Slug, FinishedAt = clock.Now,
                });
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }
    }, cancel);

    private async Task AddRecordsAsync(World world, CancellationToken cancel)
    {
        var quiz = await shelf.FindQuizAsync(QuizSlug, cancel) ?? throw new InvalidOperationException($"The demo world needs the quiz {QuizSlug}: is the folder courses/ there?");
        foreach (var one in world.People.Where(person => person.CompletedOn is not null))
        {
            await complete.RunAsync(new Completion
            {
                PersonId = WorldIds.Of("person", one.Key), QuizSlug = QuizSlug, CourseSlug = quiz.Course.Slug, CourseHash = quiz.Course.Hash,
                CreditMinutes = quiz.Course.Manifest.CreditMinutes, Day = one.CompletedOn!.Value, Evidence = Evidence.BureauSession,
            }, cancel);
            db.ChangeTracker.Clear();
        }
    }
}
#endif
